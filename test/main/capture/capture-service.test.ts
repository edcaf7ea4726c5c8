// Quick capture apart from its window: over a real library, with links good and bad.

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { CaptureService } from '@main/capture/capture-service';
import { KeptFile } from '@main/capture/kept-file';
import type { Library } from '@main/library/library';
import { expect, test } from 'vitest';
import { openLibrary } from '../library/open';
import { SAMPLE, scratch } from '../support';

function serviceFor(current: Library | null, folder: string, isShown = true) {
  const said: string[] = [];
  const notify = (message: string) => void said.push(message);
  let opened = 0;
  const service = new CaptureService({
    libraries: { current, settled: async () => {} },
    file: new KeptFile(folder, notify),
    open: () => {
      opened += 1;
    },
    isShown: () => isShown,
    notify,
  });
  return { service, said, opened: () => opened };
}

test('it knows where the near miss goes, and the words and names in use there', async () => {
  const folder = join(await scratch(), 'library');
  await cp(SAMPLE, folder, { recursive: true });
  const { library } = await openLibrary(folder);
  const state = await serviceFor(library, await scratch()).service.state();
  expect(state.library).toEqual({ name: 'Payments near misses' });
  expect(state.words.services).toContain('orders-db');
  expect(state.words.themes.length).toBeGreaterThan(0);
  expect(state.words.people.length).toBeGreaterThan(0);
  expect(state.kept).toBeNull();
  // Out of sight nobody completes a word.
  const unseen = await serviceFor(library, await scratch(), false).service.state();
  expect(unseen.library).toEqual({ name: 'Payments near misses' });
  expect(unseen.words).toEqual({ services: [], themes: [], people: [] });
});

test('without a library there is nowhere to go, and nothing to complete', async () => {
  expect(await serviceFor(null, await scratch()).service.state()).toEqual({
    library: null,
    words: { services: [], themes: [], people: [] },
    kept: null,
    linked: [],
  });
});

test('a link opens the window and is handed over once', async () => {
  const { service, said, opened } = serviceFor(null, await scratch());
  service.openLink('close-call://capture?what=one');
  service.openLink('close-call://capture?what=two');
  expect(opened()).toBe(2);
  expect((await service.state()).linked.map(({ almost }) => almost)).toEqual(['one', 'two']);
  expect((await service.state()).linked).toEqual([]);
  expect(said).toEqual([]);
});

test('a hostile link opens nothing, and is said without its words', async () => {
  const { service, said, opened } = serviceFor(null, await scratch());
  service.openLink('close-call://elsewhere?what=gotcha');
  service.openLink(`close-call://capture?what=${'gotcha'.repeat(2000)}`);
  expect(opened()).toBe(0);
  expect((await service.state()).linked).toEqual([]);
  expect(said).toHaveLength(2);
  expect(said.join()).not.toContain('gotcha');
});
