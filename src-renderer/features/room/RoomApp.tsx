// The frame of the room's window: the session as all see it, and nothing beside it. It listens to
// main as every window does, which tells it nothing of what belongs to whoever leads.

import { useEffect } from 'react';
import { ErrorBoundary } from '../../shell/ErrorBoundary';
import { useMainEvents } from '../../shell/main-events';
import { LinkDialog } from '../../shell/pages';
import { Toasts } from '../../shell/Toasts';
import { useStore } from '../../store/store';
import { useOutline } from '../record/outline';
import { SessionStage } from '../session/SessionStage';
import { useSessionKeys } from '../session/session-keys';
import { useUndoKeys } from '../undo/undo-keys';
import { NoFacilitator } from './NoFacilitator';
import styles from './RoomApp.module.css';
import { RoomAtRest } from './RoomAtRest';
import { useRoomKeys } from './room-keys';

export function RoomApp() {
  const started = useStore((state) => state.app !== null);
  const session = useStore((state) => state.session);
  const view = useOutline(session?.recordKey);
  const link = useStore((state) => state.link);
  useMainEvents();
  useSessionKeys();
  useUndoKeys();
  useRoomKeys();
  useEffect(() => void useStore.getState().boot().catch(useStore.getState().complain), []);
  return (
    <ErrorBoundary>
      <div className={styles.room}>
        {session && view ? (
          <SessionStage session={session} view={view} />
        ) : (
          started && <RoomAtRest />
        )}
        <NoFacilitator />
      </div>
      {link !== null && <LinkDialog />}
      <Toasts />
    </ErrorBoundary>
  );
}
