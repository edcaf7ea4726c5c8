// A session as main would hold it: it answers events as main does, and begins by being told.

import type { SessionState } from '@core/ipc/contract';
import { advance, type Session, type SessionEvent } from '@core/session/session';
import { useStore } from '@renderer/store/store';

export function heldSession(session: Session) {
  let state: SessionState = { revision: 1, running: session, unfinished: null };
  const applied = (event: SessionEvent): SessionState => {
    const running = state.running && advance(state.running, event, Date.now());
    state = { ...state, revision: state.revision + 1, running };
    return state;
  };
  return {
    answers: { 'session:do': ({ event }: { event: SessionEvent }) => applied(event) },
    /** What another window does. */
    applied,
    begin: () => {
      useStore.getState().forgetSession();
      return useStore.getState().sessionChanged(state);
    },
  };
}
