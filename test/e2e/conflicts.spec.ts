// What is not saved, in the real app: the banner, a copy elsewhere, and choosing between versions
// of a place that was changed here and outside. Nothing is written before it is chosen.

import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseFile, expect, test } from './app';
import { collide } from './collide';

const ORDERS = '2026/2026-11-20-orders-disk-94-percent.md';

async function openOrders(page: Page) {
  await page.getByRole('option', { name: /^Orders disk/ }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Latent issue exposed' })).toBeVisible();
}

test('of two versions of a section one or both are kept, and the choice is undone', async ({
  start,
  sample,
}) => {
  const file = join(sample, ORDERS);
  const { page } = await start(['--library', sample]);
  await openOrders(page);
  const latent = page.getByRole('textbox', { name: 'Latent issue exposed' });
  const dialog = page.getByRole('dialog', { name: 'Changed here and outside' });
  const choose = async (key: string) => {
    await page.getByRole('button', { name: 'Choose…' }).click();
    await dialog.getByRole('radio', { name: /Keep mine/ }).focus();
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Saved as you chose.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose…' })).toBeHidden();
  };

  await collide(page, file, 'Theirs, first.', 'Mine, first.');
  const before = await readFile(file, 'utf8');
  await expect(page.getByRole('alert')).toContainText('was changed here and outside');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog).toContainText('Mine, first.');
  await page.keyboard.press('Escape');
  expect(await readFile(file, 'utf8')).toBe(before);
  await choose('2');
  await expect(latent).toHaveText('Theirs, first.');
  expect(await readFile(file, 'utf8')).toBe(before);

  await collide(page, file, 'Theirs, second.', 'Mine, second.');
  await choose('1');
  await expect(latent).toHaveText('Mine, second.');
  expect(await readFile(file, 'utf8')).toContain('Mine, second.');

  await collide(page, file, 'Theirs, third.', 'Mine, third.');
  await choose('3');
  await expect(latent).toHaveText('Mine, third.Theirs, third.');
  expect(await readFile(file, 'utf8')).toContain('Mine, third.\n\nTheirs, third.');

  await page.getByRole('heading', { name: 'Latent issue exposed' }).click();
  await page.keyboard.press('Control+z');
  await expect(latent).toHaveText('Mine, third.');
  await expect.poll(() => readFile(file, 'utf8')).not.toContain('Theirs, third.');
});

test('while the file is gone, what is typed can be saved elsewhere, and is saved when it is back', async ({
  start,
  sample,
  scratch,
}) => {
  const file = join(sample, ORDERS);
  const { app, page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  await page.keyboard.press('Alt+5');
  const latent = page.getByRole('textbox', { name: 'Latent issue exposed' });
  await expect(latent).toBeFocused();
  await rename(file, join(sample, 'away.txt'));
  const trouble = page.getByRole('region', { name: 'Not saved' });
  await expect(trouble).toContainText(/^Not saved: the file is gone/);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Nobody owns it.');
  await expect(trouble).toContainText('in the journal on this machine');

  const copy = join(scratch, 'copy.md');
  await chooseFile(app, copy);
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click();
  await expect(page.getByText('A copy was saved to')).toBeVisible();
  expect(await readFile(copy, 'utf8')).toContain('Nobody owns it.');
  expect(await readdir(join(sample, '2026'))).not.toContain('2026-11-20-orders-disk-94-percent.md');

  await rename(join(sample, 'away.txt'), file);
  await expect(trouble).toBeHidden();
  await expect.poll(() => readFile(file, 'utf8')).toContain('Nobody owns it.');
});
