// @ts-check
// Promises the ways to a record that work in a window of any width: where there is no reading pane a
// click opens what it would only choose elsewhere.

/** @param {import('@playwright/test').Page} page @param {RegExp} title */
export async function chooseRecord(page, title) {
  await page.getByRole('option', { name: title }).focus();
}

/**
 * The record's page, with its last field, ready.
 * @param {import('@playwright/test').Page} page
 * @param {RegExp} title
 */
export async function openRecord(page, title) {
  await chooseRecord(page, title);
  await page.keyboard.press('Enter');
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await notes.waitFor({ state: 'attached' });
  return notes;
}
