// Libraries opened before, most recent first. The page knows each by its place in the list only.

import { basename } from 'node:path';
import { AppError } from '@core/errors';
import type { RecentLibrary } from '@core/ipc/contract';
import { shownFolder } from '../library/shown-folder';
import type { SettingsStore } from './settings-store';

const MAX_RECENT = 10;

export class RecentLibraries {
  readonly #settings: Pick<SettingsStore, 'get' | 'set'>;

  constructor(settings: Pick<SettingsStore, 'get' | 'set'>) {
    this.#settings = settings;
  }

  list(): RecentLibrary[] {
    return this.#settings
      .get('recent')
      .map((folder, id) => ({ id, name: basename(folder) || folder, folder: shownFolder(folder) }));
  }

  last(): string | null {
    return this.#settings.get('recent')[0] ?? null;
  }

  /** Raises AppError `not-found`. */
  folder(id: number): string {
    const folder = this.#settings.get('recent')[id];
    if (folder === undefined) throw new AppError('not-found', 'This library is not in the list.');
    return folder;
  }

  add(folder: string): void {
    const others = this.#settings.get('recent').filter((other) => other !== folder);
    this.#settings.set('recent', [folder, ...others].slice(0, MAX_RECENT));
  }
}
