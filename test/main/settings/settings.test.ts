import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsSchema } from '@core/settings/settings-schema';
import { RecentLibraries } from '@main/settings/recent-libraries';
import { type Backing, SettingsStore, setAsideDamaged } from '@main/settings/settings-store';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { namesIn, scratch } from '../support';

const NOW = new Date(Date.UTC(2026, 10, 21, 14, 2));

/** Anything at all, and small: a value does not fit at its top, or one level below. */
const ANYTHING = fc.anything({ maxDepth: 1, maxKeys: 3 });

describe('settings', () => {
  test('are the defaults where nothing is kept', () => {
    const settings = new SettingsStore({ store: {} });
    expect(settings.own()).toEqual({
      theme: 'system',
      paper: 'locale',
      boxes: null,
      toured: false,
      captureShortcut: { keys: 'CommandOrControl+Shift+M', on: true },
    });
  });

  test('are kept, and read again', () => {
    const backing: Backing = { store: {} };
    new SettingsStore(backing).change({ theme: 'dark', paper: 'A4' });
    expect(new SettingsStore(backing).own()).toEqual({
      theme: 'dark',
      paper: 'A4',
      boxes: null,
      toured: false,
      captureShortcut: { keys: 'CommandOrControl+Shift+M', on: true },
    });
  });

  test('what an older or newer version has written besides is not lost', () => {
    const backing: Backing = { store: { future: { a: 1 }, theme: 'light' } };
    new SettingsStore(backing).change({ paper: 'Letter' });
    expect(backing.store).toMatchObject({ future: { a: 1 }, theme: 'light', paper: 'Letter' });
  });

  test('whatever the file holds, settings come out that fit', () => {
    const keys = Object.fromEntries(
      Object.keys(settingsSchema.shape).map((key) => [key, ANYTHING]),
    );
    fc.assert(
      // Each key has a value of its own: one run tries as many values as there are keys.
      fc.property(fc.record(keys), fc.string(), ANYTHING, (store, key, value) => {
        const settings = new SettingsStore({ store: { [key]: value, ...store } });
        if (!settingsSchema.safeParse(settings.own()).success) return false;
        return Array.isArray(settings.get('recent'));
      }),
      { numRuns: 500 },
    );
  });

  test('a disk that refuses stops nothing', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const backing: Backing = {
      get store() {
        return {};
      },
      set store(_value) {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    expect(new SettingsStore(backing).change({ theme: 'dark' }).theme).toBe('dark');
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});

describe('a settings file', () => {
  test.each(['{"theme": "da', '', 'null', '[1]', '"x"', '\0\0\0\0'])(
    'that holds %j is set aside, whole',
    async (text) => {
      const folder = await scratch();
      await writeFile(join(folder, 'settings.json'), text);
      const aside = setAsideDamaged(folder, NOW);
      expect(aside).toBe(join(folder, 'settings.damaged-20261121T140200000Z.json'));
      expect(await readFile(aside ?? '', 'utf8')).toBe(text);
      expect((await namesIn(folder)).length).toBe(1);
    },
  );

  test('that is well, or not there, stays', async () => {
    const folder = await scratch();
    expect(setAsideDamaged(folder, NOW)).toBeNull();
    await writeFile(join(folder, 'settings.json'), '{}');
    expect(setAsideDamaged(folder, NOW)).toBeNull();
    expect(await namesIn(folder)).toEqual(['settings.json']);
  });
});

describe('recent libraries', () => {
  test('are named by their place, the newest first, each once', () => {
    const recent = new RecentLibraries(new SettingsStore({ store: {} }));
    for (const folder of ['/a/one', '/a/two', '/a/one']) recent.add(folder);
    expect(recent.list()).toEqual([
      { id: 0, name: 'one', folder: '/a/one' },
      { id: 1, name: 'two', folder: '/a/two' },
    ]);
    expect(recent.last()).toBe('/a/one');
    expect(recent.folder(1)).toBe('/a/two');
    expect(() => recent.folder(2)).toThrowError(expect.objectContaining({ code: 'not-found' }));
    for (let n = 0; n < 30; n += 1) recent.add(`/b/${n}`);
    expect(recent.list().length).toBe(10);
  });
});
