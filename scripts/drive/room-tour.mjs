// @ts-check
// Promises the two windows of a session from every side: each step, the saver gone, high contrast,
// twice the size, a small and a large screen, and the facilitator's window closed.
import { resize } from './app.mjs';

const STEPS = ['opening', 'saved', 'close', 'could', 'actions', 'read-out'];
const KEYS = ['ArrowLeft', '2', '3', '4', '6', 'ArrowRight'];

/**
 * To be called in a running session; leaves it at its read-out, with the room's window closed.
 * @param {import('./app.mjs').Running} running
 * @param {(page: import('@playwright/test').Page) => (name: string) => Promise<void>} camera
 */
export async function roomTour({ app, page }, camera) {
  const [room] = await Promise.all([
    app.waitForEvent('window'),
    page.keyboard.press('Control+Shift+R'),
  ]);
  const media = page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const colorScheme = (await media) ? 'dark' : 'light';
  await room.emulateMedia({ colorScheme });
  await room.getByRole('heading', { level: 1 }).waitFor();
  await resize(app);
  const both = async (/** @type {string} */ name) => {
    await camera(room)(`room-${name}`);
    await camera(page)(`console-${name}`);
  };
  await page.keyboard.press('Alt+1');
  for (const [index, step] of STEPS.entries()) {
    await page.keyboard.press(`Alt+${KEYS[index]}`);
    await room.waitForTimeout(300);
    await both(step);
    if (step !== 'could') continue;
    await page.getByRole('button', { name: 'Remove the saver' }).click();
    await room.getByRole('button', { name: 'Put it back' }).waitFor();
    await room.waitForTimeout(800);
    await both('could-without-saver');
    await page.getByRole('button', { name: 'Put it back' }).click();
  }
  await page.keyboard.press('Alt+3');
  for (const window of [page, room]) await window.emulateMedia({ colorScheme, contrast: 'more' });
  await both('high-contrast');
  for (const window of [page, room]) await window.emulateMedia({ colorScheme, contrast: null });
  await resize(app, 1280, 720);
  await both('1280');
  await resize(app);
  // What is left of the room for it where a person has made everything twice as large.
  await resize(app, 760, 520);
  await both('zoomed');
  await resize(app);
  await page.keyboard.press('Alt+6');
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('button', { name: 'Close the room window' }).click();
  await page.getByRole('button', { name: 'Open the room window' }).waitFor();
}
