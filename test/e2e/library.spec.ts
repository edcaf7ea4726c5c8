// The library as a folder others use too: changes from outside appear, files are renamed on
// request, the trash gives back, and opening and saving changes no byte.

import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from '@core/library/listed-rows';
import type { Page } from '@playwright/test';
import { chooseFolder, expect, SAMPLE, test } from './app';

const ORDERS = '2026/2026-11-20-orders-disk-94-percent.md';

async function recordFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /^\d{4}[\\/].*\.md$/.test(name)).sort();
}

async function openRecord(page: Page, title: RegExp) {
  await page.getByRole('option', { name: title }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
}

test('opening and saving every record of the sample library changes no byte', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  const rows = page.getByRole('option');
  await expect(rows.first()).toBeVisible();
  const titles = await rows.locator('[class*="title"]').allTextContents();
  expect(titles).toHaveLength(24);
  for (const title of titles) {
    await rows.filter({ hasText: title }).dblclick();
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
    await expect(page.getByRole('textbox', { name: 'Notes' })).toBeAttached();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('main')).toContainText('Saved');
    await page.getByRole('button', { name: '← Near misses' }).click();
  }
  for (const file of await recordFiles(SAMPLE)) {
    const [before, after] = await Promise.all([
      readFile(join(SAMPLE, file)),
      readFile(join(sample, file)),
    ]);
    expect(after.equals(before), file).toBe(true);
  }
});

test('what the list shows can be exported at once', async ({ start, sample, scratch }) => {
  const { app, page } = await start(['--library', sample]);
  const handbook = join(scratch, 'handbook');
  await mkdir(handbook);
  await page.getByRole('searchbox').fill('connection-pool');
  await expect(page.getByRole('group', { name: 'Found' })).toBeVisible();
  const found = await page.getByRole('option').count();
  expect(found).toBeGreaterThan(1);
  await chooseFolder(app, handbook);
  await page.getByRole('button', { name: `Export all ${found}…` }).click();
  await page.getByRole('menuitem', { name: 'Export Markdown' }).click();
  await expect(page.getByText(`${found} pages written to`)).toBeVisible();
  const pages = await readdir(handbook);
  expect(pages).toHaveLength(found);
  expect(await readFile(join(handbook, pages[0] ?? ''), 'utf8')).toMatch(/^# /);
});

test('an edit of one section changes that section only', async ({ start, sample }) => {
  const before = await readFile(join(sample, ORDERS), 'utf8');
  const { page } = await start(['--library', sample]);
  await openRecord(page, /^Orders disk/);
  const latent = page.getByRole('textbox', { name: 'Latent issue exposed' });
  await latent.press('Control+End');
  await latent.pressSequentially(' Nobody owns it.');
  await expect(page.getByRole('main')).toContainText(/Saved · \d\d:\d\d/);
  const after = await readFile(join(sample, ORDERS), 'utf8');
  expect(after).toBe(before.replace(/(doubled writes\.)/, '$1 Nobody owns it.'));
});

test('a change made outside appears by itself, also while the record is open', async ({
  start,
  sample,
}) => {
  const file = join(sample, ORDERS);
  const { page } = await start(['--library', sample]);
  await openRecord(page, /^Orders disk/);
  await expect(page.getByRole('textbox', { name: 'How close it was' })).toContainText('40 minutes');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text
      .replace('**40 minutes**', '**30 minutes**')
      .replace(/^title: Orders/m, 'title: The orders'),
  );
  await expect(page.getByRole('textbox', { name: 'How close it was' })).toContainText('30 minutes');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/^The orders disk/);

  await rename(file, join(sample, '2026', '2026-11-20-moved.md'));
  await expect(page.getByText('2026/2026-11-20-moved.md').first()).toBeVisible();
});

test('renaming follows the title on request', async ({ start, sample }) => {
  const { page } = await start(['--library', sample]);
  await openRecord(page, /^Orders disk/);
  await page.getByRole('textbox', { name: 'Title' }).fill('A disk / nearly full? 100 %');
  await page.getByRole('button', { name: 'Rename the file' }).click();
  await expect(
    page.getByText('2026/2026-11-20-a-disk-nearly-full-100-percent.md').first(),
  ).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/Saved/);
  const files = await recordFiles(sample);
  expect(files).toContain(join('2026', '2026-11-20-a-disk-nearly-full-100-percent.md'));
  expect(files).not.toContain(join('2026', '2026-11-20-orders-disk-94-percent.md'));
});

test('the trash gives back what was moved there, to the byte', async ({ start, sample }) => {
  const before = await readFile(join(sample, ORDERS));
  const { page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByRole('option', { name: /^Orders disk/ })).toBeHidden();
  expect(await recordFiles(sample)).toHaveLength(23);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('option', { name: /^Orders disk/ })).toBeVisible();
  expect((await readFile(join(sample, ORDERS))).equals(before)).toBe(true);

  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByRole('button', { name: /^Trash/ }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  expect((await readFile(join(sample, ORDERS))).equals(before)).toBe(true);
});

test('an edit made upon something that is no longer there is refused, the file untouched', async ({
  start,
  sample,
}) => {
  const file = join(sample, ORDERS);
  const { app, page } = await start(['--library', sample]);
  await openRecord(page, /^Orders disk/);
  const text = (await readFile(file, 'utf8')).replace('A muted alert', 'Theirs: a muted alert');
  await writeFile(file, text);
  await expect(page.getByRole('textbox', { name: 'Latent issue exposed' })).toContainText('Theirs');
  const answer = await page.evaluate(async () => {
    const { invoke } = window.closeCall;
    const list = await invoke('library:list', undefined);
    if (!list.ok) throw new Error('The library is not listed');
    const [keys, paths]: Places = JSON.parse(list.value.records.places);
    const orders = keys[paths.findIndex((path) => path.includes('orders-disk'))];
    if (!orders) throw new Error('The record is not listed');
    return invoke('record:edit', {
      key: orders,
      edit: { kind: 'section', section: 'latent', text: 'Mine.' },
      base: { kind: 'section', section: 'latent', text: 'What stood there long ago.' },
    });
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await readFile(file, 'utf8')).toBe(text);
  const banner = page.getByRole('alert').filter({ hasText: 'was changed here and outside' });
  await expect(banner).toContainText('Latent issue exposed');
  // Nor does the app go without saying that something is not in the file.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  });
  await app.close();
  expect(await readFile(file, 'utf8')).toBe(text);
});
