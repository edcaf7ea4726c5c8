// @ts-check
// Promises pictures of the list: filters, views, several selected, the palette and the keys.

/**
 * Filters, typed and chosen, views, several selected, the palette and the keys.
 * @param {import('@playwright/test').Page} page
 * @param {import('./camera.mjs').Shoot} shoot
 */
export async function listTour(page, shoot) {
  const search = page.getByRole('searchbox');
  await search.pressSequentially('theme:c');
  await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
  await shoot('filter-suggestions');
  await search.fill('theme:pool after:2026 ');
  await page.getByRole('list', { name: 'Filters' }).waitFor();
  await shoot('filters');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('filter-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('view-save');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('option').nth(1).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Themes…' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('selected');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Select none' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command or a near miss' }).fill('canary');
  await page.getByRole('option', { name: /^The canary caught/ }).waitFor();
  await shoot('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await shoot('keys');
  await page.keyboard.press('Escape');
}
