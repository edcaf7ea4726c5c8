// Every version that was saved comes back in the real app, byte for byte, and so does what it took
// the place of.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';

const ORDERS = '2026/2026-11-20-orders-disk-94-percent.md';

async function openOrders(page: Page) {
  await page.getByRole('option', { name: /^Orders disk/ }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeVisible();
}

/** Types into the notes; gives the file's bytes once it is saved. */
async function typeNotes(page: Page, file: string, text: string): Promise<Buffer> {
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await notes.press('Control+End');
  // In one go, so that it is one save.
  await page.keyboard.insertText(text);
  await expect.poll(() => readFile(file, 'utf8')).toContain(text.trim());
  await expect(page.getByRole('main')).toContainText(/Saved · \d\d:\d\d/);
  return readFile(file);
}

test('a version is restored byte for byte, and Ctrl+Z brings the other back', async ({
  start,
  sample,
}) => {
  const file = join(sample, ORDERS);
  // Line ends of another system, and no end of the last line: they come back too.
  const odd = (await readFile(file, 'utf8')).replaceAll('\n', '\r\n').trimEnd();
  await writeFile(file, odd);
  const found = await readFile(file);
  const { page } = await start(['--library', sample]);
  await openOrders(page);
  const first = await typeNotes(page, file, 'First words.');
  const second = await typeNotes(page, file, ' And second ones.');
  expect(first.equals(second)).toBe(false);

  await page.getByRole('button', { name: 'History' }).click();
  const versions = page.getByRole('navigation', { name: 'Versions' });
  const oldest = versions.getByRole('button', { name: /As it was found/ });
  const differs = page.getByRole('region', { name: 'What differs' });
  await oldest.click();
  await expect(differs).toContainText('First words. And second ones.');

  // The saves came shortly after one another: the first is listed below the newest.
  const shown = versions.getByRole('button', { name: /Saved/ });
  await versions.getByRole('button', { name: /more shortly before/ }).click();
  await shown.last().click();
  await expect(differs).toContainText(' And second ones.');
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText(/^Restored the version of \d\d:\d\d\.$/)).toBeVisible();
  expect((await readFile(file)).equals(first)).toBe(true);

  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone: version of/)).toBeVisible();
  expect((await readFile(file)).equals(second)).toBe(true);

  await oldest.click();
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(page.getByText('Nothing differs.')).toBeVisible();
  expect((await readFile(file)).equals(found)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveText('');
  await page.getByRole('heading', { name: 'Notes' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveText(
    'First words. And second ones.',
  );
  expect((await readFile(file)).equals(second)).toBe(true);
});

test('a record nobody has edited has no history yet', async ({ start, sample }) => {
  const { page } = await start(['--library', sample]);
  await openOrders(page);
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByText('No earlier versions yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeVisible();
});
