// What main tells, passed to the slice that it concerns.

import type { MenuCommand } from '@core/ipc/menu-commands';
import { readListing, readListingChanges } from '@core/library/listing';
import { useEffect } from 'react';
import { client } from '../ipc/client';
import { useStore } from '../store/store';
import { onceNobodyTypes } from '../ui/once-nobody-types';
import { addTyped } from '../ui/text-fields';
import { runCommand } from './commands/run';

export function useMainEvents(): void {
  useEffect(() => {
    const get = useStore.getState;
    /** Another library is on its way into the window: what is typed is being handed over. */
    let changing: Promise<void> | null = null;
    /** At once, but never before a change of library that was told earlier. */
    const inTurn = (run: () => Promise<void> | void) => {
      const done = changing ? changing.then(run) : run();
      if (!done) return;
      changing = done.finally(() => {
        if (changing === last) changing = null;
      });
      const last = changing;
    };
    const stops = [
      client.on('library:opened', ({ library, listing }) =>
        inTurn(() => {
          const isShown = () => library?.folder === get().library?.folder;
          const show = () => get().setLibrary(library, listing && readListing(listing));
          if (!isShown()) return show();
          // The list follows each save of what is typed: in the pauses.
          onceNobodyTypes(() => {
            if (isShown()) void show();
          });
        }),
      ),
      client.on('library:changed', ({ library, changes }) =>
        inTurn(() =>
          onceNobodyTypes(() => get().libraryChanged(library, readListingChanges(changes))),
        ),
      ),
      client.on('record:changed', ({ key, view }) => inTurn(() => get().recordChanged(key, view))),
      client.on('record:save-state', ({ key, save }) =>
        inTurn(() => get().saveStateChanged(key, save)),
      ),
      client.on('session:changed', (state) => inTurn(() => void get().sessionChanged(state))),
      client.on('room:changed', (room) => get().roomChanged(room)),
      client.on('export:progress', ({ done, total }) => get().exportProgress(done, total)),
      client.on('import:progress', ({ done, total }) => get().importWritten(done, total)),
      client.on('import:arrived', () => void get().takeHandedOver()),
      client.on('app:notice', (notice) => get().addNotice(notice)),
      client.on('capture:shortcut', ({ state }) => useStore.setState({ shortcut: state })),
      client.on('app:flush', () => {
        addTyped();
        const { flushEdits, flushFacilitation, flushCaret, leftHere } = get();
        void Promise.all([changing, flushEdits(), flushFacilitation(), flushCaret()]).finally(() =>
          client.call('app:flushed', { left: leftHere() }),
        );
      }),
      client.on('menu:command', ({ command }: { command: MenuCommand }) => runCommand(command)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
