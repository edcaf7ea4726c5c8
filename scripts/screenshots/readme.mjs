// @ts-check
// Promises the pictures that the README shows, and the exported page beside them.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Problem, say } from '../electron/problem.mjs';
import { chooseRecord } from './pages.mjs';

/**
 * @param {import('../drive/app.mjs').Running} running
 * @param {import('./camera.mjs').Shoot} shoot
 * @param {string} folder
 */
export async function readmeTour({ app, page }, shoot, folder) {
  await chooseRecord(page, /^Orders disk/);
  await shoot('home');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Begin with the story' }).waitFor();
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: 'How close it was' }).waitFor();
  await shoot('session-close');
  await page.getByRole('button', { name: 'Leave for now' }).click();
  await page.getByRole('option', { name: /^The canary caught/ }).click();
  await app.evaluate(
    ({ dialog }, file) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    },
    path.join(folder, 'handbook-page.pdf'),
  );
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: 'Export PDF' }).click();
  await page.getByText('One page written to').waitFor();
  const page1 = path.join(folder, 'handbook-page');
  const drawn = spawnSync('pdftoppm', ['-png', '-singlefile', '-r', '96', `${page1}.pdf`, page1]);
  if (drawn.error) throw new Problem('To draw the page, pdftoppm is needed (poppler-utils).');
  rmSync(`${page1}.pdf`);
  say('  handbook-page.png');
}
