// Commands by name, the same from the menu and from the keyboard.

import type { MenuCommand } from '@core/ipc/contract';
import { takeStep } from '../features/undo/undo-keys';
import { useStore } from '../store/store';

/** The record that a command is about: the open one, else the one picked out in the list. */
export function currentRecord(): string | null {
  const { route, selected, session } = useStore.getState();
  if (route.name === 'record' || route.name === 'history') return route.key;
  if (route.name === 'session') return session?.recordKey ?? null;
  return route.name === 'home' ? selected : null;
}

const COMMANDS: Record<MenuCommand, () => void> = {
  capture: () => useStore.getState().openCapture(),
  'start-session': () => {
    const key = currentRecord();
    const { beginSession, openCapture } = useStore.getState();
    if (key) void beginSession(key);
    else openCapture();
  },
  search: () => {
    useStore.getState().go({ name: 'home' });
    // The home page is drawn first: the field may not be there yet.
    requestAnimationFrame(() =>
      document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
    );
  },
  settings: () => useStore.getState().go({ name: 'settings' }),
  home: () => useStore.getState().go({ name: 'home' }),
  'open-library': () => void useStore.getState().openLibrary('library:open'),
  'create-library': () => void useStore.getState().openLibrary('library:create'),
  'export-markdown': () => exportCurrent('markdown'),
  'export-pdf': () => exportCurrent('pdf'),
  tour: () => {
    useStore.getState().go({ name: 'home' });
    void useStore.getState().changeSettings({ toured: false });
  },
  undo: () => void takeStep('undo', document.activeElement),
  redo: () => void takeStep('redo', document.activeElement),
};

function exportCurrent(format: 'markdown' | 'pdf') {
  const key = currentRecord();
  const { exportRecords, say } = useStore.getState();
  if (key) void exportRecords(format, [key]);
  else say('Choose a near miss first, then export it.');
}

/** Commands that leave the page one is on. */
const LEAVING: readonly MenuCommand[] = [
  'settings',
  'home',
  'search',
  'open-library',
  'create-library',
  'tour',
];

export function runCommand(command: MenuCommand): void {
  // What is typed can be undone anywhere, also in a dialog.
  if (command === 'undo' || command === 'redo') {
    COMMANDS[command]();
    return;
  }
  const { library, session, say } = useStore.getState();
  // Under an open dialog nothing changes.
  if (document.querySelector('[role="dialog"]')) return;
  const needsNoLibrary = command === 'open-library' || command === 'create-library';
  if (!library && !needsNoLibrary) return;
  if (session && LEAVING.includes(command)) {
    say('A session is running. Leave it for now, then do that.');
    return;
  }
  COMMANDS[command]();
}
