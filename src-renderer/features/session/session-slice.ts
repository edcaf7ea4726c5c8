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
  /** The library went from under it; its journal stays with that library. */
  forgetSession(): void;
  finishSession(status: Status): Promise<void>;
}

const TICK_MS = 1000;
/** How often the clock alone is worth a line in the journal. */
const KEEP_EVERY_MS = 5000;
/** Caret moves are many: the last of them is kept. */
const KEEP_AFTER_MS = 150;

export function createSessionSlice(set: SetState, get: Get): SessionSlice {
  let ticking: ReturnType<typeof setInterval> | null = null;
  let keeping: ReturnType<typeof setTimeout> | null = null;
  let keptAt = 0;
  let complained = false;

  const keepNow = async (session: Session): Promise<void> => {
    if (keeping) clearTimeout(keeping);
    keeping = null;
    keptAt = Date.now();
    try {
      await client.call('session:keep', { session });
      complained = false;
    } catch (error) {
      // Once: the next try follows within seconds, and says nothing new.
      if (!complained) get().complain(error);
      complained = true;
    }
  };
  const keepSoon = () => {
    keeping ??= setTimeout(() => {
      keeping = null;
      const { session } = get();
      if (session) void keepNow(session);
    }, KEEP_AFTER_MS);
  };
  const stopClock = () => {
    if (ticking) clearInterval(ticking);
    if (keeping) clearTimeout(keeping);
    ticking = null;
    keeping = null;
  };
  const enter = async (session: Session) => {
    const view = await get().openRecord(session.recordKey);
    if (!view) return;
    if (view.readOnly) {
      get().say('This near miss can only be read here, so no session can be held on it.');
      return;
    }
    set({ session, unfinished: null });
    get().go({ name: 'session' });
    ticking ??= setInterval(() => get().sessionEvent({ type: 'tick' }), TICK_MS);
    await keepNow(session);
  };

  return {
    session: null,
    unfinished: null,

    async beginSession(key) {
      const { session, unfinished, settings, library } = get();
      if (session) {
        get().go({ name: 'session' });
        return;
      }
      if (unfinished?.session.recordKey === key) {
        await get().resumeUnfinished();
        return;
      }
      if (unfinished) {
        get().say(
          `The session on “${unfinished.title}” was not finished. Resume or drop it first.`,
          {
            name: 'Resume the session',
            run: () => void get().resumeUnfinished(),
          },
        );
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
      const { unfinished } = get();
      if (!unfinished) return;
      set({ unfinished: null });
      try {
        await client.call('session:drop');
        get().say('The session is dropped. What was written stays in the record.', {
          name: 'Undo',
          run: () => {
            if (get().session || get().unfinished) return;
            set({ unfinished });
            void keepNow(unfinished.session);
          },
        });
      } catch (error) {
        set({ unfinished });
        get().complain(error);
      }
    },

    sessionEvent(event) {
      const { session } = get();
      if (!session) return;
      const now = Date.now();
      const next = advance(session, event, now);
      set({ session: next });
      if (event.type === 'tick') {
        if (now - keptAt >= KEEP_EVERY_MS) void keepNow(next);
      } else if (event.type === 'caret') keepSoon();
      else void keepNow(next);
    },

    leaveSession() {
      const { session, open } = get();
      stopClock();
      if (session) {
        const last = advance(session, { type: 'tick' }, Date.now());
        const title = open[session.recordKey]?.content.fields.title ?? '';
        void keepNow(last);
        set({ session: null, unfinished: { session: last, title } });
      }
      get().go({ name: 'home' });
    },

    forgetSession() {
      stopClock();
      set({ session: null });
    },

    async finishSession(status) {
      const { session } = get();
      if (!session) return;
      const last = advance(session, { type: 'tick' }, Date.now());
      get().editFields(session.recordKey, finishedFields(last, status));
      const save = await get().saveNow(session.recordKey);
      // Not saved is said where it stands; the session goes on until it is.
      if (save.kind !== 'saved') return;
      stopClock();
      await client.call('session:drop').catch(get().complain);
      set({ session: null, selected: session.recordKey });
      get().go({ name: 'record', key: session.recordKey });
      get().say('The session is finished and saved.');
    },
  };
}
