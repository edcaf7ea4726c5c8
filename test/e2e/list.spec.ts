// Finding, selecting and commanding in the real app by keyboard alone: typed filters, a view that is
// there again after a restart, several changed at once and taken back, the palette, the keys.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { seriousOn } from './axe';

const ORDERS = '2026/2026-11-20-orders-disk-94-percent.md';

async function expectNothingSerious(page: Page, where: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousOn(page), `${where}, in ${colorScheme}`).toEqual([]);
  }
}

test('filters that are typed become words, are kept for the next start and under a name', async ({
  start,
  sample,
}) => {
  const first = await start(['--library', sample]);
  const { page } = first;
  const rows = page.getByRole('listbox', { name: 'Near misses' }).getByRole('option');
  await expect(rows).toHaveCount(24);
  await page.keyboard.press('/');
  await page.keyboard.type('theme:po');
  const suggestions = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(suggestions.getByRole('option', { name: 'connection-pool' })).toBeVisible();
  await expectNothingSerious(page, 'suggestions');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const filters = page.getByRole('list', { name: 'Filters' });
  await expect(filters).toContainText('Theme: connection-pool');
  const pools = await rows.count();
  expect(pools).toBeGreaterThan(1);
  await page.keyboard.type('after:2026 ledger');
  await expect(filters).toContainText('From 2026');
  await expect(rows.first()).toContainText('Ledger pool at 98 of 100');
  await expect(rows.first().locator('mark').first()).toHaveText(/ledger/i);

  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNothingSerious(page, 'the Filter menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Sort by/ }).press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Best match' })).toBeVisible();
  await expectNothingSerious(page, 'the Sort menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).press('Enter');
  await expectNothingSerious(page, 'the Views menu');
  await page.getByRole('menuitem', { name: 'Save this view…' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Pools');
  await expectNothingSerious(page, 'saving a view');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Pools” is kept among your views.')).toBeVisible();
  await page.getByRole('button', { name: 'Views' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Rename or remove views…' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of “Pools”' })).toBeVisible();
  await expectNothingSerious(page, 'the views');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/near miss(es)? shown/)).toBeAttached();
  await first.app.close();

  const again = (await start(['--library', sample])).page;
  const found = again.getByRole('listbox', { name: 'Near misses' }).getByRole('option');
  await expect(again.getByRole('searchbox')).toHaveValue('ledger');
  await expect(found.first()).toContainText('Ledger pool at 98 of 100');
  await again.getByRole('button', { name: 'Remove the filter “From 2026”' }).press('Enter');
  await again.getByRole('searchbox').fill('qqzzyx');
  await expect(
    again.getByText('Nothing found for “qqzzyx” with “Theme: connection-pool”.'),
  ).toBeVisible();
  await expectNothingSerious(again, 'nothing found');
  await again.getByRole('button', { name: 'Clear the filter' }).press('Enter');
  await again.getByRole('button', { name: 'Clear the search' }).press('Enter');
  await expect(found).toHaveCount(24);
  await again.getByRole('button', { name: 'Views' }).press('Enter');
  await again.getByRole('menuitem', { name: 'Pools' }).press('Enter');
  await expect(again.getByRole('searchbox')).toHaveValue('ledger');
  expect(await readFile(join(sample, 'close-call.yml'), 'utf8')).not.toContain('Pools');
});

test('several are selected, changed and taken back by keyboard; the palette opens one', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  const rows = page.getByRole('listbox', { name: 'Near misses' }).getByRole('option');
  await expect(rows.first()).toBeVisible();
  const before = await readFile(join(sample, ORDERS), 'utf8');
  await page.getByRole('searchbox').press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Selected near misses' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('button', { name: 'Themes…' }).press('Enter');
  await page.getByRole('combobox', { name: 'Add themes' }).fill('evening-peak');
  await expectNothingSerious(page, 'selected');
  await page.getByRole('button', { name: 'Change 3 near misses' }).press('Enter');
  await expect(page.getByText('Themes changed in 3 near misses.')).toBeVisible();
  await expect(rows.first()).toContainText('evening-peak');
  await expect.poll(() => readFile(join(sample, ORDERS), 'utf8')).toContain('evening-peak');
  await rows.first().focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone in 3 near misses.')).toBeVisible();
  await expect.poll(() => readFile(join(sample, ORDERS), 'utf8')).toBe(before);

  await bar.getByRole('button', { name: 'Move to trash' }).press('Enter');
  await expect(page.getByText('In the library’s trash: 3 near misses.')).toBeVisible();
  await expect(rows).toHaveCount(21);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(rows).toHaveCount(24);
  expect(await readdir(join(sample, '2026'))).toContain(ORDERS.slice(5));

  await rows.first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Select all in the list');
  await expectNothingSerious(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a command or a near miss' });
  await expect(field).toBeFocused();
  await page.keyboard.type('canary tax');
  await expect(page.getByRole('option', { name: /^The canary caught/ })).toBeVisible();
  await expectNothingSerious(page, 'palette');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/^The canary caught/);
});
