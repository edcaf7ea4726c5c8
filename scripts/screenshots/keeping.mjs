// @ts-check
// Promises pictures of what keeps everything: history, undo, and choosing between versions.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openRecord } from './pages.mjs';

/**
 * What keeps everything: history, undo, what is not saved, and choosing between versions.
 * @param {import('@playwright/test').Page} page
 * @param {import('./camera.mjs').Shoot} shoot
 * @param {string} library
 */
export async function keepingTour(page, shoot, library) {
  const file = path.join(library, '2026/2026-10-22-the-canary-caught-a-tax-rounding-change.md');
  const main = page.getByRole('main');
  const notes = await openRecord(page, /^The canary caught/);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('No earlier versions yet.').waitFor();
  await shoot('history-empty');
  await page.keyboard.press('Escape');
  for (const words of ['Asked the tax team. ', 'They own two of the four services. ']) {
    await notes.press('Control+End');
    await page.keyboard.insertText(words);
    await main.getByText('Saving…').waitFor();
    await main.getByText(/Saved · /).waitFor();
  }
  await page.getByRole('radio', { name: '2 Unlikely' }).check();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: triage changed.').waitFor();
  await shoot('undone');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('region', { name: 'What differs' }).waitFor();
  await shoot('history');
  await page.getByRole('button', { name: /more shortly before/ }).click();
  await page.getByRole('navigation', { name: 'Versions' }).press('ArrowUp');
  await page.getByRole('button', { name: /As it was found/ }).press('ArrowUp');
  await page.getByRole('radio', { name: 'The version before it' }).check();
  await shoot('history-before');
  await page.keyboard.press('Escape');

  const latent = page.getByRole('textbox', { name: 'Latent issue exposed' });
  await latent.waitFor();
  const base = (await latent.textContent()) ?? '';
  const title = await page.getByRole('textbox', { name: 'Title' }).inputValue();
  const theirs = 'Rounding lives in five services, and nobody owns two of them.';
  const mine = 'Rounding lives in four services, each with rules of its own.';
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(base, theirs)
      .replace(/^title: The/m, 'title: A'),
  );
  await latent.getByText('five').waitFor();
  await page.evaluate(
    async (edit) => {
      const { invoke } = /** @type {any} */ (window).closeCall;
      const list = await invoke('library:list', undefined);
      /** @type {import('@core/library/listed-rows').Places} */
      const [keys, paths] = JSON.parse(list.value.records.places);
      const key = keys[paths.findIndex((path) => path.endsWith('rounding-change.md'))];
      if (!key) throw new Error('The record is not listed');
      const section = /** @type {const} */ ('latent');
      for (const [mine, base] of [
        [
          { kind: 'section', section, text: edit.mine },
          { kind: 'section', section, text: edit.base },
        ],
        [
          {
            kind: 'fields',
            fields: { title: 'The canary caught a rounding change of the tax service' },
          },
          { kind: 'fields', fields: { title: edit.title } },
        ],
      ]) {
        await invoke('record:edit', { key, edit: mine, base });
      }
    },
    { mine, base, title },
  );
  await page.getByRole('button', { name: 'Choose…' }).waitFor();
  await shoot('not-saved');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await page.getByRole('dialog').waitFor();
  await page
    .getByRole('radio', { name: /Keep both/ })
    .first()
    .check();
  await shoot('conflict');
  await page
    .getByRole('radio', { name: /Keep mine/ })
    .last()
    .check();
  await page.keyboard.press('Enter');
  await page.getByText('Saved as you chose.').waitFor();
  await shoot('conflict-settled');
  await page.getByRole('button', { name: '← Near misses' }).click();
}
