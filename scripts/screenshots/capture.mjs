// @ts-check
// Promises pictures of capture: the dialog, and the small window as it opens and with something in it.

/**
 * The small window.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {import('./camera.mjs').Camera} camera
 */
export async function quickTour(app, camera) {
  const isSmall = (/** @type {import('@playwright/test').Page} */ one) =>
    one.url().endsWith('/capture.html');
  const coming = app.windows().find(isSmall) ?? app.waitForEvent('window', isSmall);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('quick-capture')?.click();
  });
  const small = await coming;
  const shoot = await camera(small);
  const almost = small.getByRole('textbox', { name: 'What almost happened' });
  await almost.waitFor();
  await shoot('quick-capture');
  await almost.fill('The orders database would have gone read-only, and checkout with it.');
  await small.getByRole('textbox', { name: /^What saved us/ }).fill('The nightly cleanup job.');
  await small.getByRole('checkbox').check();
  await small.getByText('More', { exact: true }).click();
  await shoot('quick-capture-more');
  await small.getByRole('button', { name: 'Empty the form' }).click();
  await small.keyboard.press('Escape');
}
