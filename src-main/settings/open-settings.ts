// The settings on the disk, through electron-store, in the app's own data folder.

import Store from 'electron-store';
import { reasonOf } from '../storage/errors';
import { type Backing, SETTINGS_NAME, SettingsStore, setAsideDamaged } from './settings-store';

/** Never fails: without a file that can be used, the settings last for this run. */
export function openSettings(folder: string, notify: (message: string) => void): SettingsStore {
  try {
    const aside = setAsideDamaged(folder, new Date());
    if (aside) {
      notify(`Your settings could not be read, so they begin anew. The old file is ${aside}.`);
    }
    return new SettingsStore(new Store({ cwd: folder, name: SETTINGS_NAME }));
  } catch (error) {
    notify(`Your settings could not be read, and are not kept this time: ${reasonOf(error)}.`);
    const passing: Backing = { store: {} };
    return new SettingsStore(passing);
  }
}
