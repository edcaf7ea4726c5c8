// Settings of one person on one machine. Whatever the file holds, settings come out of it that
// fit; a file that is damaged is set aside and said, never lost and never a reason not to start.

import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@core/settings/settings';
import { type StoredSettings, settingsSchema } from '@core/settings/settings-schema';
import { codeOf, reasonOf } from '../storage/errors';

export const SETTINGS_NAME = 'settings';

/** What keeps the values: electron-store, or a stand-in. */
export interface Backing {
  store: Record<string, unknown>;
}

export class SettingsStore {
  readonly #backing: Backing;
  #values: StoredSettings;

  constructor(backing: Backing) {
    this.#backing = backing;
    this.#values = settingsSchema.parse({ ...backing.store });
  }

  get<K extends keyof StoredSettings>(key: K): StoredSettings[K] {
    return this.#values[key];
  }

  /** Kept for this run even when the disk refuses: no setting is worth stopping for. */
  set<K extends keyof StoredSettings>(key: K, value: StoredSettings[K]): void {
    this.#values = settingsSchema.parse({ ...this.#values, [key]: value });
    try {
      this.#backing.store = { ...this.#backing.store, ...this.#values };
    } catch (error) {
      console.warn(`The settings were not saved: ${reasonOf(error)}`);
    }
  }

  /** The part a person changes. */
  own(): Settings {
    const { theme, paper, boxes, toured, captureShortcut } = this.#values;
    return { theme, paper, boxes, toured, captureShortcut };
  }

  change(change: Partial<Settings>): Settings {
    for (const key of Object.keys(change) as (keyof Settings)[]) {
      const value = change[key];
      if (value !== undefined) this.set(key, value);
    }
    return this.own();
  }
}

/** Sets a settings file that is not a JSON map aside; gives its new path, null if all is well. */
export function setAsideDamaged(folder: string, now: Date): string | null {
  const path = join(folder, `${SETTINGS_NAME}.json`);
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
  }
  const time = now.toISOString().replace(/\W/g, '');
  const aside = join(folder, `${SETTINGS_NAME}.damaged-${time}.json`);
  renameSync(path, aside);
  return aside;
}
