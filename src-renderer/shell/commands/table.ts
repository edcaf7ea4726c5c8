// Every command, once. To add one, add an entry.

import { MENU_ITEMS, type MenuCommand } from '@core/ipc/menu-commands';
import { focusSearch } from '../../features/library/focus-search';
import { OPEN_ROOM_KEY } from '../../features/room/room-keys';
import { nextDisplay } from '../../features/room/room-slice';
import { takeStep } from '../../features/undo/undo-keys';
import { client } from '../../ipc/client';
import { useStore } from '../../store/store';
import type { Route } from '../shell-slice';
import type { Command } from './command';
import { currentRecord } from './current-record';

const get = useStore.getState;
const hasRecord = () => currentRecord() !== null;

export const COMMANDS: readonly Command[] = [
  {
    ...fromMenu('capture'),
    group: 'Near misses',
    keys: ['N', 'Mod+N'],
    run: () => get().openCapture(),
  },
  {
    ...fromMenu('quick-capture'),
    group: 'Near misses',
    inDialogs: true,
    withoutLibrary: true,
    run: () => void client.call('capture:open').catch(get().complain),
  },
  {
    ...fromMenu('start-session'),
    group: 'Near misses',
    keys: ['S'],
    run: () => {
      const key = currentRecord();
      if (key) void get().beginSession(key);
      else get().openCapture();
    },
  },
  {
    ...fromMenu('search'),
    group: 'Near misses',
    keys: ['/', 'Mod+F'],
    leaves: true,
    run: () => {
      get().go({ name: 'home' });
      // Once the home page is drawn, and before the next key, which belongs to the field already.
      queueMicrotask(focusSearch);
    },
  },
  {
    id: 'save',
    name: 'Save now',
    group: 'Near misses',
    keys: ['Mod+S'],
    inDialogs: true,
    isPossible: hasRecord,
    run: () => {
      // Saving happens by itself; people press it all the same, and it is answered.
      const key = currentRecord();
      if (key) void get().saveNow(key);
    },
  },
  {
    ...fromMenu('undo'),
    group: 'Near misses',
    keys: ['Mod+Z'],
    inDialogs: true,
    withoutLibrary: true,
    run: () => void takeStep('undo', document.activeElement),
  },
  {
    ...fromMenu('redo'),
    group: 'Near misses',
    keys: ['Mod+Shift+Z'],
    inDialogs: true,
    withoutLibrary: true,
    run: () => void takeStep('redo', document.activeElement),
  },
  {
    ...fromMenu('export-markdown'),
    group: 'Near misses',
    run: () => exportCurrent('markdown'),
  },
  {
    ...fromMenu('export-pdf'),
    group: 'Near misses',
    run: () => exportCurrent('pdf'),
  },
  {
    id: 'history',
    name: 'History of this near miss',
    group: 'Near misses',
    isPossible: () => hasRecord() && get().session === null,
    run: () => {
      const key = currentRecord();
      if (key) get().go({ name: 'history', key });
    },
  },
  {
    id: 'trash-record',
    name: 'Move this near miss to the trash',
    group: 'Near misses',
    leaves: true,
    isPossible: () => hasRecord() && get().library?.writable === true,
    run: () => {
      const key = currentRecord();
      if (key) void get().trash(key);
    },
  },
  {
    id: 'facilitator',
    name: 'Facilitator’s drawer',
    group: 'Session',
    keys: ['Mod+Shift+L'],
    isPossible: () => get().session !== null,
    run: () => get().showDrawer(!get().drawerOpen),
  },
  {
    ...fromMenu('open-room'),
    group: 'Session',
    keys: [OPEN_ROOM_KEY],
    isPossible: () => get().session !== null && get().room.on === null,
    run: () => void get().openRoom(null),
  },
  {
    ...fromMenu('move-room'),
    group: 'Session',
    isPossible: () => nextDisplay(get().room) !== null,
    run: () => void get().openRoom(nextDisplay(get().room)),
  },
  {
    ...fromMenu('close-room'),
    group: 'Session',
    isPossible: () => get().room.on !== null,
    run: () => void get().closeRoom(),
  },
  {
    ...fromMenu('show-facilitator'),
    group: 'Session',
    isPossible: () => get().room.on !== null,
    run: () => void get().showFacilitator(),
  },
  {
    ...fromMenu('palette'),
    group: 'Go to',
    keys: ['Mod+K', 'Mod+Shift+P'],
    run: () => get().showPanel('palette'),
  },
  {
    ...fromMenu('home'),
    name: 'Near misses',
    group: 'Go to',
    leaves: true,
    run: () => get().go({ name: 'home' }),
  },
  {
    ...fromMenu('triage'),
    group: 'Go to',
    leaves: true,
    run: () => get().triageNow(),
  },
  {
    ...fromMenu('actions'),
    group: 'Go to',
    leaves: true,
    run: () => get().go({ name: 'actions' }),
  },
  place('attention', 'Needs attention'),
  place('trash', 'Trash'),
  {
    ...fromMenu('settings'),
    name: 'Settings',
    group: 'Go to',
    keys: ['Mod+,'],
    leaves: true,
    run: () => get().go({ name: 'settings' }),
  },
  {
    ...fromMenu('open-library'),
    group: 'Library',
    keys: ['Mod+O'],
    withoutLibrary: true,
    leaves: true,
    run: () => void get().openLibrary('library:open'),
  },
  {
    ...fromMenu('create-library'),
    group: 'Library',
    withoutLibrary: true,
    leaves: true,
    run: () => void get().openLibrary('library:create'),
  },
  {
    ...fromMenu('import'),
    group: 'Library',
    leaves: true,
    run: () => get().go({ name: 'import' }),
  },
  {
    id: 'show-folder',
    name: 'Show the folder',
    group: 'Library',
    run: () => void get().showFolder(),
  },
  {
    id: 'close-library',
    name: 'Close this library',
    group: 'Library',
    leaves: true,
    run: () => void get().closeLibrary(),
  },
  {
    ...fromMenu('keys'),
    group: 'Help',
    keys: ['?'],
    withoutLibrary: true,
    run: () => get().showPanel('keys'),
  },
  {
    ...fromMenu('tour'),
    group: 'Help',
    leaves: true,
    run: () => {
      get().go({ name: 'home' });
      void get().changeSettings({ toured: false });
    },
  },
];

function fromMenu<Id extends MenuCommand>(id: Id): { id: Id; name: string } {
  return { id, name: MENU_ITEMS[id].name };
}

function place(to: Exclude<Route, { key: unknown }>['name'], name: string): Command {
  return {
    id: `go-${to}`,
    name,
    group: 'Go to',
    leaves: true,
    run: () => get().go({ name: to }),
  };
}

function exportCurrent(format: 'markdown' | 'pdf') {
  const key = currentRecord();
  const { exportRecords, say } = get();
  if (key) void exportRecords(format, [key]);
  else say('Choose a near miss first, then export it.');
}
