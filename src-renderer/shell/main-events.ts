// What main tells, passed to the slice that it concerns.

import type { MenuCommand } from '@core/ipc/menu-commands';
import { readListing, readListingChanges } from '@core/library/listing';
import { useEffect } from 'react';
import { client } from '../ipc/client';
import { useStore } from '../store/store';
import { onceNobodyTypes } from '../ui/once-nobody-types';
import { runCommand } from './commands/run';

export function useMainEvents(): void {
  useEffect(() => {
    const get = useStore.getState;
    const stops = [
      // The list follows each save of what is typed: in the pauses.
      client.on('library:opened', ({ library, listing }) =>
        onceNobodyTypes(() => get().setLibrary(library, listing && readListing(listing))),
      ),
      client.on('library:changed', ({ library, changes }) =>
        onceNobodyTypes(() => get().libraryChanged(library, readListingChanges(changes))),
      ),
      client.on('record:changed', ({ key, view }) => get().recordChanged(key, view)),
      client.on('record:save-state', ({ key, save }) => get().saveStateChanged(key, save)),
      client.on('session:changed', (state) => void get().sessionChanged(state)),
      client.on('room:changed', (room) => get().roomChanged(room)),
      client.on('export:progress', ({ done, total }) => get().exportProgress(done, total)),
      client.on('import:progress', ({ done, total }) => get().importWritten(done, total)),
      client.on('import:arrived', () => void get().takeHandedOver()),
      client.on('app:notice', (notice) => get().addNotice(notice)),
      client.on('capture:shortcut', ({ state }) => useStore.setState({ shortcut: state })),
      client.on('app:flush', () => {
        void Promise.all([get().flushEdits(), get().flushFacilitation()]).finally(() =>
          client.call('app:flushed', { left: get().leftHere() }),
        );
      }),
      client.on('menu:command', ({ command }: { command: MenuCommand }) => runCommand(command)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
