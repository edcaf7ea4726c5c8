// The session that is being held. The machine is src-core/session; this keeps it in step with
// the clock and hands every change to main, so that a crash resumes where it was.

import { isoDay } from '@core/dates';
import type { UnfinishedSession } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { Status } from '@core/record/model';
import { finishedFields } from '@core/session/finish';
import {
  advance,
  resumeSession,
  type Session,
  type SessionEvent,
  startSession,
} from '@core/session/session';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';

export interface SessionSlice {
  session: Session | null;
  /** Offered on the home page. */
  unfinished: UnfinishedSession | null;
  beginSession(key: RecordKey): Promise<void>;
  resumeUnfinished(): Promise<void>;
  dropUnfinished(): Promise<void>;
  sessionEvent(event: SessionEvent): void;
  /** Leaves the session for later; it is offered again. */
  leaveSession(): void;
  finishSession(status: Status): Promise<void>;
}

const TICK_MS = 1000;
/** How often the clock alone is worth a line in the journal. */
const KEEP_EVERY_MS = 5000;

export function createSessionSlice(set: SetState, get: Get): SessionSlice {
  let ticking: ReturnType<typeof setInterval> | null = null;
  let keptAt = 0;

  const keep = (session: Session) => {
    keptAt = Date.now();
    client.call('session:keep', { session }).catch(get().complain);
  };
  const startClock = () => {
    ticking ??= setInterval(() => get().sessionEvent({ type: 'tick' }), TICK_MS);
  };
  const stopClock = () => {
    if (ticking) clearInterval(ticking);
    ticking = null;
  };
  const enter = async (session: Session) => {
    const view = await get().openRecord(session.recordKey);
    if (!view) return;
    set({ session, unfinished: null });
    get().go({ name: 'session' });
    keep(session);
    startClock();
  };

  return {
    session: null,
    unfinished: null,

    async beginSession(key) {
      const { session, settings, library } = get();
      if (session) {
        get().go({ name: 'session' });
        return;
      }
      const boxes = settings.boxes ?? library?.config.boxes;
      await enter(startSession(key, Date.now(), isoDay(new Date()), boxes));
    },

    async resumeUnfinished() {
      const { unfinished } = get();
      if (unfinished) await enter(resumeSession(unfinished.session, Date.now()));
    },

    async dropUnfinished() {
      set({ unfinished: null });
      await client.call('session:drop').catch(get().complain);
    },

    sessionEvent(event) {
      const { session } = get();
      if (!session) return;
      const now = Date.now();
      const next = advance(session, event, now);
      set({ session: next });
      if (event.type !== 'tick' || now - keptAt >= KEEP_EVERY_MS) keep(next);
    },

    leaveSession() {
      const { session, open } = get();
      stopClock();
      if (session) {
        const title = open[session.recordKey]?.content.fields.title ?? '';
        keep(advance(session, { type: 'tick' }, Date.now()));
        set({ session: null, unfinished: { session, title } });
      }
      get().go({ name: 'home' });
    },

    async finishSession(status) {
      const { session } = get();
      if (!session) return;
      const last = advance(session, { type: 'tick' }, Date.now());
      get().editFields(session.recordKey, finishedFields(last, status));
      await get().saveNow(session.recordKey);
      if (get().open[session.recordKey]?.save.kind === 'not-saved') return;
      stopClock();
      await client.call('session:drop').catch(get().complain);
      set({ session: null, selected: session.recordKey });
      get().go({ name: 'record', key: session.recordKey });
      get().say('The session is finished and saved.');
    },
  };
}
