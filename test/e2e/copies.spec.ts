// Other versions of a near miss, left by a sync tool and by Git: found, merged as a person chooses,
// with nothing deleted and every byte outside of the choice as it was.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app';

const ORDERS = '2026/2026-11-20-orders-disk-94-percent';
const COPY = `${ORDERS}.sync-conflict-20261120-101112-ABCDEF7.md`;
const LEDGER = '2026/2026-10-31-ledger-pool-at-98-of-100-during-month-end.md';

const countOf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name });

async function choose(item: Locator, page: Page, side: string) {
  await item.getByRole('button', { name: 'Compare and merge…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: side }).press('Space');
  await dialog.getByRole('button', { name: /^Save these choices/ }).press('Enter');
  await expect(dialog).toBeHidden();
}

test('are found, merged as chosen, and nothing is deleted', async ({ start, sample }) => {
  const path = (name: string) => join(sample, name);
  const orders = await readFile(path(`${ORDERS}.md`), 'utf8');
  const service = /^services: .*$/m.exec(orders)?.[0] ?? '';
  const theirs = orders.replace(service, 'services: [orders-db, zebra]');
  await writeFile(path(COPY), theirs);
  const ledger = await readFile(path(LEDGER), 'utf8');
  const title = /^title: .*$/m.exec(ledger)?.[0] ?? '';
  const other = 'title: Said otherwise';
  const divided = ledger.replace(title, `<<<<<<< HEAD\n${title}\n=======\n${other}\n>>>>>>> ana`);
  await writeFile(path(LEDGER), divided);

  const { page } = await start(['--library', sample]);
  const banner = page.getByRole('region', { name: 'Other versions' });
  await expect(banner).toContainText('2 near misses have another version.');
  // The copy is none of its own, and the divided file cannot be read as one.
  await expect(countOf(page, 'Near misses')).toHaveText('Near misses 23');
  await expect(countOf(page, 'Needs attention')).toHaveText('Needs attention 2');
  await page.getByRole('searchbox').fill('zebra');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('searchbox').press('Escape');
  await banner.getByRole('button', { name: 'Look at them' }).click();

  const copied = page.getByRole('listitem').filter({ hasText: COPY });
  await expect(copied).toContainText('Syncthing');
  expect(await readFile(path(COPY), 'utf8')).toBe(theirs);
  expect(await readFile(path(LEDGER), 'utf8')).toBe(divided);

  await choose(copied, page, 'Take theirs');
  await expect(copied).toContainText('The other file is still there.');
  expect(await readFile(path(COPY), 'utf8')).toBe(theirs);
  const merged = await readFile(path(`${ORDERS}.md`), 'utf8');
  expect(merged).toContain('zebra');
  const outside = (text: string) => text.replace(/^services:.*\n(?: .*\n)*/m, '');
  expect(outside(merged)).toBe(outside(orders));
  await copied.getByRole('button', { name: 'Move it to the trash' }).press('Enter');
  await expect(copied).toHaveCount(0);
  await expect(countOf(page, 'Trash')).toHaveText('Trash 1');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(copied).toHaveCount(1);
  expect(await readFile(path(COPY), 'utf8')).toBe(theirs);

  const item = page.getByRole('listitem').filter({ hasText: LEDGER });
  await expect(item).toContainText('Git left two versions in it');
  await choose(item, page, 'Take theirs');
  await expect(item).toHaveCount(0);
  const one = await readFile(path(LEDGER), 'utf8');
  expect(one).toBe(
    ledger
      .replace(title, one.match(/^title: .*$/m)?.[0] ?? '')
      .replace(/^# .*$/m, '# Said otherwise'),
  );
  expect(one).toMatch(/^title: "?'?Said otherwise/m);
  await expect(countOf(page, 'Near misses')).toHaveText('Near misses 24');
});
