// @ts-check
// Promises pictures of a session held in one window: each step, the drawer, the saver gone.
import { chooseRecord } from './pages.mjs';

const STEPS = ['story', 'saved', 'close', 'could', 'latent', 'actions', 'read-out'];

/**
 * Leaves the session at its read-out.
 * @param {import('@playwright/test').Page} page
 * @param {import('./camera.mjs').Shoot} shoot
 */
export async function sessionTour(page, shoot) {
  await chooseRecord(page, /^Orders disk/);
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Begin with the story' }).waitFor();
  await shoot('session-opening');
  for (const step of STEPS) {
    await page.keyboard.press('Alt+ArrowRight');
    const editor = page.getByRole('textbox').first();
    if (step !== 'read-out' && step !== 'actions') await editor.waitFor();
    await shoot(`session-${step}`);
    if (step === 'close') {
      const drawer = page.getByRole('complementary', { name: 'Facilitator' });
      await page.keyboard.press('ControlOrMeta+Shift+L');
      for (const name of ['2, some way off', '4, very close', '5, touching']) {
        await drawer.getByRole('button', { name }).click();
      }
      await drawer.getByRole('button', { name: 'Reveal spread' }).click();
      await shoot('session-drawer-estimates');
      await drawer.getByRole('button', { name: 'Start over' }).click();
      await drawer.evaluate((element) => element.scrollTo(0, 0));
      await shoot('session-drawer');
      await page.keyboard.press('ControlOrMeta+Shift+L');
    }
    if (step === 'could') {
      await page.getByRole('button', { name: 'Remove the saver' }).click();
      await shoot('session-could-without-saver');
      await page.getByRole('button', { name: 'Put it back' }).click();
    }
  }
}
