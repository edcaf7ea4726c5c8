// The smallest window and a page at twice its size: nothing is cut off at the side, what one acts
// with can be reached, and the ladder stands under the question.

import { join } from 'node:path';
import type { SaveState } from '@core/ipc/contract';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect, test } from './app';
import { collide } from './collide';
import { QUESTIONS } from './questions';

const CANARY = '2026/2026-10-22-the-canary-caught-a-tax-rounding-change.md';

const SIZES = [
  { name: 'the smallest window', width: 760, height: 520, zoom: 1 },
  { name: 'twice the size in a window of 1440×900', width: 1440, height: 900, zoom: 2 },
] as const;

interface Size {
  width: number;
  height: number;
  zoom: number;
}

async function resize(app: ElectronApplication, size: Size) {
  const page = await app.firstWindow();
  // A zoom that is set while the page is still on its way does not last.
  await expect(page.getByRole('option').first()).toBeVisible();
  await setSize(app, size);
}

async function setSize(app: ElectronApplication, size: Size) {
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setContentSize(width, height);
      window.webContents.setZoomFactor(zoom);
    }
  }, size);
  const wide = size.width / size.zoom;
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(wide);
}

/** Neither the page nor anything that scrolls up and down has something out of sight at its side. */
async function expectNothingCutOff(page: Page, where: string) {
  const wide = await page.evaluate(() => {
    const scrolls = (element: Element) =>
      element.matches('html, body, #root') || getComputedStyle(element).overflowY === 'auto';
    return [...document.querySelectorAll('*')]
      .filter((element) => scrolls(element) && element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.className}`);
  });
  expect(wide, where).toEqual([]);
}

/** The button is whole in the window, after scrolling to it if need be, and nothing covers it. */
async function expectReachable(button: Locator) {
  await button.scrollIntoViewIfNeeded();
  await expect(button).toBeInViewport({ ratio: 1 });
  const covered = await button.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return !element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  expect(covered, `${await button.textContent()} is covered`).toBe(false);
}

/** Tells the page how saving the session's record goes, as main does. */
async function tellSave(app: ElectronApplication, save: SaveState) {
  const page = await app.firstWindow();
  const key = await page.evaluate(async () => {
    const state = await window.closeCall.invoke('app:state', undefined);
    return state.ok ? state.value.session.running?.recordKey : undefined;
  });
  await app.evaluate(
    ({ BrowserWindow }, payload) => {
      const [main] = BrowserWindow.getAllWindows().filter(({ webContents }) =>
        webContents.getURL().endsWith('/index.html'),
      );
      main?.webContents.send('record:save-state', payload);
    },
    { key, save },
  );
}

for (const size of SIZES) {
  test(`nothing is cut off: ${size.name}`, async ({ start, sample }) => {
    const { app, page } = await start(['--library', sample]);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await resize(app, size);
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNothingCutOff(page, 'home');
    // Drawn before the menu behind it is loaded, and drawn anew when it can be used.
    await expect(button(/^Export all/)).toBeEnabled();
    for (const name of ['Start a session', 'Capture a near miss', /^Export all/, 'Close this']) {
      await expectReachable(button(name));
    }

    await page.keyboard.press('n');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNothingCutOff(page, 'capture');
    await expectReachable(page.getByRole('dialog').getByRole('button', { name: /^Save/ }).first());
    await page.keyboard.press('Escape');

    await button(/^Settings/).click();
    await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
    await expectNothingCutOff(page, 'settings');
    await button(/^Near misses/).click();

    // There is no reading pane: a click opens.
    await page.getByRole('option', { name: /^The canary caught/ }).click();
    await expect(page.getByRole('textbox', { name: 'Notes' })).toBeAttached();
    await expectNothingCutOff(page, 'record');
    const customers = page.getByRole('textbox', { name: 'Would customers have felt it' });
    await customers.focus();
    const heading = page.getByRole('heading', { name: 'Would customers have felt it' });
    const bar = page.getByRole('toolbar', { name: 'Formatting: Would customers have felt it' });
    const [top, words] = [await bar.boundingBox(), await heading.boundingBox()];
    expect((top?.y ?? 0) + (top?.height ?? 0), 'the toolbar is above the heading').toBeLessThan(
      words?.y ?? 0,
    );
    await expect(button('Export…')).toBeEnabled();
    for (const name of [
      '← Near misses',
      'History',
      'Export…',
      'Move to trash',
      'Start a session',
    ]) {
      await expectReachable(button(name));
    }

    await button('Start a session').click();
    await expectReachable(button('Begin with the story'));
    await expectNothingCutOff(page, 'opening');
    for (const question of QUESTIONS) {
      await page.keyboard.press('Alt+ArrowRight');
      const heading = page.getByRole('heading', { name: question });
      await expect(heading).toBeVisible();
      await expectNothingCutOff(page, question);
      for (const name of ['Add a minute', 'Leave for now', 'Back', 'Next']) {
        await expectReachable(button(name));
      }
      const asked = await heading.boundingBox();
      const ladder = await page.getByRole('region', { name: 'The ladder' }).boundingBox();
      expect(ladder?.y, 'the ladder is under the question').toBeGreaterThan(
        (asked?.y ?? 0) + (asked?.height ?? 0),
      );
    }
    await page.keyboard.press('Alt+ArrowRight');
    await expectReachable(button('Finish session'));
    await expectNothingCutOff(page, 'read-out');
  });

  test(`nothing is cut off where versions are compared: ${size.name}`, async ({
    start,
    sample,
  }) => {
    const { app, page } = await start(['--library', sample]);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await resize(app, size);
    await page.getByRole('option', { name: /^The canary caught/ }).click();
    const notes = page.getByRole('textbox', { name: 'Notes' });
    await notes.press('Control+End');
    await page.keyboard.insertText('Typed here.');
    await expect(page.getByRole('main')).toContainText(/Saved · \d\d:\d\d/);
    await button('History').click();
    await expect(page.getByRole('region', { name: 'What differs' })).toBeVisible();
    await expectNothingCutOff(page, 'history');
    for (const name of ['← Back to the near miss', /As it was found/, 'Restore this version']) {
      await expectReachable(button(name));
    }
    await expectReachable(page.getByRole('radio', { name: 'The version before it' }).locator('..'));
    await page.keyboard.press('Escape');

    await collide(page, join(sample, CANARY), 'Theirs, whole.', 'Mine, whole.');
    await expectNothingCutOff(page, 'not saved');
    for (const name of ['Save a copy elsewhere…', 'Choose…']) await expectReachable(button(name));
    await button('Choose…').click();
    await page.getByRole('radio', { name: /Take theirs/ }).check();
    await expectNothingCutOff(page, 'conflict');
    await expectReachable(button('Choose later'));
    await expectReachable(button('Save these choices'));
    await button('Save these choices').click();
    await expect(page.getByRole('region', { name: 'Not saved' })).toBeHidden();
  });
}

test('what could not be saved is said whole in a session, with a way to try again', async ({
  start,
  sample,
}) => {
  const { app, page } = await start(['--library', sample]);
  await resize(app, SIZES[0]);
  await page.getByRole('option', { name: /^Orders disk/ }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  const reason = 'The folder cannot be written: the disk is full, and nothing was changed in it.';
  await app.evaluate(({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows().filter(({ webContents }) =>
      webContents.getURL().endsWith('/index.html'),
    );
    main?.webContents.send('app:notice', { id: 'n', message: 'The folder came back.' });
  });
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('The folder came back');

  await tellSave(app, { kind: 'not-saved', reason });
  const trouble = page.getByRole('region', { name: 'Not saved' });
  await expect(trouble.getByRole('alert')).toContainText(reason);
  await expect(trouble).toBeInViewport({ ratio: 1 });
  expect(await trouble.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(
    true,
  );
  for (const name of ['Try again', 'Save a copy elsewhere…']) {
    await expectReachable(trouble.getByRole('button', { name }));
  }
});

test('the line above a session is as high while it is saved as when it has been', async ({
  start,
  sample,
}) => {
  const { app, page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /^Orders disk/ }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('timer')).toContainText('step 1 of 6');
  for (const [width, height, zoom] of [
    [1440, 900, 1],
    [1280, 900, 1],
    [920, 700, 1],
    [1440, 900, 2],
  ] as const) {
    await setSize(app, { width, height, zoom });
    const line = page.getByRole('banner');
    // Where the line has a place of its own, or scrolls away with the page.
    const below = page.getByRole('heading', { name: 'What almost happened?' });
    const heights: (number | undefined)[] = [];
    for (const save of [{ kind: 'saving' }, { kind: 'saved', at: Date.now() }] as const) {
      await tellSave(app, save);
      await expect(line).toContainText(save.kind === 'saving' ? 'Saving…' : /Saved · \d\d:\d\d/);
      heights.push((await below.boundingBox())?.y);
    }
    expect(heights[1], `${width}×${height}, ${zoom} times the size`).toBe(heights[0]);
  }
});

test('the focus goes with the page: to its heading, and back to what was picked out', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  await expect(page.getByRole('heading', { name: 'Near misses', level: 1 })).toBeFocused();
  const row = page.getByRole('option', { name: /^Orders disk/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Orders disk/, level: 1 })).toBeFocused();
  await page.getByRole('button', { name: '← Near misses' }).press('Enter');
  await expect(row).toBeFocused();
  await page.getByRole('button', { name: /^Actions/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Actions', level: 1 })).toBeFocused();
  await page.getByRole('button', { name: /^Near misses/ }).press('Enter');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeFocused();
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('heading', { name: 'What will we do about it?' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('heading', { name: /^Orders disk/, level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Leave for now' }).press('Enter');
  await expect(row).toBeFocused();
});
