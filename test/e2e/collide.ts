// A place of the open record that is changed outside and here, in a way that cannot be merged.

import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Places } from '@core/library/listed-rows';
import type { Page } from '@playwright/test';
import { expect } from './app';

/** “Latent issue exposed” changes outside, and then an edit arrives that was made upon what was before. */
export async function collide(
  page: Page,
  file: string,
  theirs: string,
  mine: string,
): Promise<void> {
  const latent = page.getByRole('textbox', { name: 'Latent issue exposed' });
  const base = (await latent.textContent()) ?? '';
  await writeFile(file, (await readFile(file, 'utf8')).replace(base, theirs));
  await expect(latent).toHaveText(theirs);
  await page.evaluate(
    async (edit) => {
      const { invoke } = window.closeCall;
      const list = await invoke('library:list', undefined);
      if (!list.ok) throw new Error('The library is not listed');
      const [keys, paths]: Places = JSON.parse(list.value.records.places);
      const record = keys[paths.findIndex((path) => path.endsWith(edit.name))];
      if (!record) throw new Error('The record is not listed');
      const section = 'latent' as const;
      await invoke('record:edit', {
        key: record,
        edit: { kind: 'section', section, text: edit.mine },
        base: { kind: 'section', section, text: edit.base },
      });
    },
    { name: basename(file), mine, base },
  );
}
