// The views of each library's list, for one person on this machine: never in the library itself.

import { type LibraryViews, NO_VIEWS } from '@core/library/list-view';
import type { SettingsStore } from './settings-store';

/** Of so many libraries, the ones whose views changed last. */
const MOST = 50;

export class KeptViews {
  readonly #settings: Pick<SettingsStore, 'get' | 'set'>;

  constructor(settings: Pick<SettingsStore, 'get' | 'set'>) {
    this.#settings = settings;
  }

  /** @param root the library's folder; null when none is open */
  of(root: string | null): LibraryViews {
    const kept = this.#settings.get('views').find(({ folder }) => folder === root);
    return kept?.views ?? NO_VIEWS;
  }

  keep(root: string, views: LibraryViews): void {
    const others = this.#settings.get('views').filter(({ folder }) => folder !== root);
    this.#settings.set('views', [{ folder: root, views }, ...others].slice(0, MOST));
  }
}
