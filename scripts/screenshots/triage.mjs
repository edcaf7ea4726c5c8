// @ts-check
// Promises pictures of triage, from the first near miss to the thanks.

/**
 * Triage, by keyboard; everything is taken back at the end.
 * @param {import('@playwright/test').Page} page
 * @param {import('./camera.mjs').Shoot} shoot
 */
export async function triageTour(page, shoot) {
  await page.getByRole('button', { name: /^To triage/ }).click();
  await page.getByRole('heading', { name: /^Orders disk/ }).waitFor();
  await shoot('triage-begin');
  await page.keyboard.press('4');
  await page.keyboard.press('Shift+Digit4');
  await shoot('triage');
  await page.keyboard.press('l');
  await page.getByRole('textbox', { name: /^Reason/ }).waitFor();
  await shoot('triage-reason');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const end = page.getByRole('heading', { name: 'Thank you' });
  while (!(await end.isVisible())) await page.keyboard.press('j');
  await shoot('triage-end');
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: /^Orders disk/ }).waitFor();
  await page.getByRole('button', { name: 'Dismiss this message' }).click();
}
