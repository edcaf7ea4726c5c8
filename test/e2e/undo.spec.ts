// Undo by keyboard in the real app: the editor's own first, then what was changed on the record,
// in the order it was made, on its page and in a session, down to the file.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app';

const ORDERS = '2026/2026-11-20-orders-disk-94-percent.md';

async function openOrders(page: Page) {
  await page.getByRole('option', { name: /^Orders disk/ }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/^Orders disk/);
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeVisible();
}

const undone = (page: Page, what: string | RegExp) =>
  expect(page.getByRole('region', { name: 'Messages' })).toContainText(what);

/** Chooses an item of the application menu, as a click would. */
async function chooseMenu(app: ElectronApplication, label: string) {
  await app.evaluate(({ Menu, BrowserWindow }, name) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    const [main] = BrowserWindow.getAllWindows().filter(({ webContents }) =>
      webContents.getURL().endsWith('/index.html'),
    );
    items?.find((item) => item.label === name)?.click(undefined, main);
  }, label);
}

test('edits of the record are undone in their order, and the file is as it was, to the byte', async ({
  start,
  sample,
}) => {
  const file = join(sample, ORDERS);
  const before = await readFile(file, 'utf8');
  const { app, page } = await start(['--library', sample]);
  await openOrders(page);
  const title = page.getByRole('textbox', { name: 'Title' });
  const whole = await title.inputValue();

  await page.getByText('Change the ladder').click();
  const remove = page.getByRole('button', { name: /^Remove .*cleanup/ });
  const barriers = page.getByRole('textbox', { name: /^Barrier \d$/ });
  const count = await barriers.count();
  await remove.click();
  await expect(barriers).toHaveCount(count - 1);
  await page.getByRole('radio', { name: '1 Rare' }).check();
  await title.press('Control+End');
  await title.pressSequentially(', nearly');
  await expect(page.getByRole('main')).toContainText(/Saved · \d\d:\d\d/);
  await expect.poll(() => readFile(file, 'utf8')).toContain(', nearly');

  // Still in the title: one press takes back the words that were typed in one go.
  await page.keyboard.press('Control+z');
  await expect(title).toHaveValue(whole);
  await undone(page, 'Undone: title changed.');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('radio', { name: '1 Rare' })).not.toBeChecked();
  await chooseMenu(app, 'Undo');
  await expect(barriers).toHaveCount(count);
  await undone(page, /Undone: barrier “.*cleanup.*” removed\./);
  await expect.poll(() => readFile(file, 'utf8')).toBe(before);

  await page.keyboard.press('Control+Shift+z');
  await expect(barriers).toHaveCount(count - 1);
  await chooseMenu(app, 'Redo');
  await page.keyboard.press('Control+y');
  await expect(title).toHaveValue(`${whole}, nearly`);
  await expect.poll(() => readFile(file, 'utf8')).toContain(', nearly');
});

test('an editor undoes its own typing first, then the record its edits', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  await openOrders(page);
  const trigger = page.getByRole('textbox', { name: 'Trigger' });
  await page.getByText('Change the ladder').click();
  const set = await trigger.inputValue();
  await trigger.fill('Something else');
  const notes = page.getByRole('textbox', { name: 'Notes' });
  const written = (await notes.textContent()) ?? '';
  await notes.press('Control+End');
  // In one go: pauses between keys would make it more than one step.
  await page.keyboard.insertText('Typed later.');
  await page.keyboard.press('Control+z');
  await expect(notes).toHaveText(written);
  await expect(trigger).toHaveValue('Something else');
  await page.keyboard.press('Control+z');
  await expect(trigger).toHaveValue(set);
  await page.keyboard.press('Control+Shift+z');
  await expect(notes).toContainText('Typed later.');
  await page.keyboard.press('Control+Shift+z');
  await expect(trigger).toHaveValue('Something else');
});

test('in a session too, across its steps', async ({ start, sample }) => {
  const { page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  const ladder = page.getByRole('region', { name: 'The ladder' });
  await expect(ladder).toContainText('cleanup');
  await page.getByRole('button', { name: /^Remove .*cleanup/ }).click();
  await expect(ladder).not.toContainText('cleanup');
  await page.keyboard.press('Alt+3');
  const close = page.getByRole('textbox', { name: 'How close it was' });
  await expect(close).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(ladder).toContainText('cleanup');
  await expect(close).toBeFocused();
  await undone(page, /Undone: barrier .* removed\./);
});
