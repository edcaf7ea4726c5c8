// Views are kept for each library on this machine, and nothing that cannot be one comes out.

import { type LibraryViews, NO_VIEWS } from '@core/library/list-view';
import { KeptViews } from '@main/settings/kept-views';
import { SettingsStore } from '@main/settings/settings-store';
import { expect, test } from 'vitest';

const views = (words: string): LibraryViews => ({
  current: { words, filters: [{ facet: 'theme', value: 'pool' }], sort: 'date' },
  saved: [{ name: 'Pools', view: { words: '', filters: [], sort: null } }],
});

test('each library has its own, also after a restart', () => {
  const backing = { store: {} };
  const kept = new KeptViews(new SettingsStore(backing));
  kept.keep('/one', views('one'));
  kept.keep('/two', views('two'));
  kept.keep('/one', views('again'));
  const restarted = new KeptViews(new SettingsStore(backing));
  expect(restarted.of('/one')).toEqual(views('again'));
  expect(restarted.of('/two')).toEqual(views('two'));
  expect([restarted.of('/three'), restarted.of(null)]).toEqual([NO_VIEWS, NO_VIEWS]);
});

test('of very many libraries, those changed last', () => {
  const kept = new KeptViews(new SettingsStore({ store: {} }));
  for (let i = 0; i < 60; i += 1) kept.keep(`/${i}`, views(String(i)));
  expect(kept.of('/59')).toEqual(views('59'));
  expect(kept.of('/0')).toEqual(NO_VIEWS);
});

test('a damaged file of settings keeps no view and stops nothing', () => {
  const store = { views: [{ folder: '/one', views: { current: 'x' } }] };
  expect(new KeptViews(new SettingsStore({ store })).of('/one')).toEqual(NO_VIEWS);
});
