// Search across all text and fields, and the list by keyboard.

import { expect, test } from './app';

test('finds words of sections, fields and barriers, and clears with Escape', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search near misses' });
  await expect(search).toBeFocused();

  await page.keyboard.type('valgrind');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option')).toContainText('A backdoor in xz');

  await search.fill('Read-only fallback');
  await expect(page.getByRole('option').first()).toContainText('Orders disk hit 94 %');

  await search.fill('qqzzyx');
  await expect(page.getByText('Nothing found for “qqzzyx”')).toBeVisible();

  await search.press('Escape');
  await expect(page.getByRole('option', { name: /Orders disk/ })).toBeVisible();
});

test('arrows move through the list, the reading pane follows, Enter opens', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  await page.getByRole('searchbox').press('ArrowDown');
  const pane = page.getByRole('complementary', { name: 'Reading pane' });
  await expect(page.getByRole('option').first()).toBeFocused();
  const second = page.getByRole('option').nth(1);
  await page.keyboard.press('ArrowDown');
  await expect(second).toHaveAttribute('aria-selected', 'true');
  const title = (await pane.getByRole('heading').textContent()) ?? '';
  await expect(second).toContainText(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
});
