// The settings a person changes, mirrored from main.

import { DEFAULT_SETTINGS, type Settings } from '@core/settings/settings';
import type { ShortcutState } from '@core/settings/shortcut';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';

export interface SettingsSlice {
  settings: Settings;
  /** Whether the keys that open the small capture window work. */
  shortcut: ShortcutState;
  changeSettings(change: Partial<Settings>): Promise<void>;
}

export function createSettingsSlice(set: SetState, get: Get): SettingsSlice {
  return {
    settings: DEFAULT_SETTINGS,
    shortcut: 'off',

    async changeSettings(change) {
      set((state) => ({ settings: { ...state.settings, ...change } }));
      try {
        set({ settings: await client.call('settings:change', { change }) });
      } catch (error) {
        get().complain(error);
      }
    },
  };
}
