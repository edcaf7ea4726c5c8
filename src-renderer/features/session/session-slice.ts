// The session that is being held, as main has it: shown with what was done here and main has not
// answered yet, so that nobody waits for the other process. Main keeps the clock and the journal.

import { hasCode } from '@core/errors';
import type { SessionState, UnfinishedSession } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { Status } from '@core/record/model';
import { finishedFields } from '@core/session/finish';
import {
  advance,
  byTarget,
  type CaretPlace,
  type ReadCaret,
  type Session,
  type SessionEvent,
  type Stage,
} from '@core/session/session';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import { onceNobodyTypes } from '../../ui/once-nobody-types';

export interface SessionSlice {
  /** The same object while only the caret moves, or the clock within a second. */
  session: Session | null;
  /** Offered on the home page. */
  unfinished: UnfinishedSession | null;
  beginSession(key: RecordKey): Promise<void>;
  resumeUnfinished(): Promise<void>;
  dropUnfinished(): Promise<void>;
  sessionEvent(event: Exclude<SessionEvent, CaretEvent>): void;
  /** Someone may have moved the caret: where it is, is asked when it is handed on. */
  caretMoved(read: ReadCaret): void;
  /** Where the caret was last in the stage, for an editor to begin there. */
  lastCaret(stage: Stage): CaretPlace | undefined;
  /** Hands the caret on that waits; resolves when main has it. */
  flushCaret(): Promise<void>;
  /** What main tells; resolves when it is shown. */
  sessionChanged(state: SessionState): Promise<void>;
  /** Leaves the session for later; it is offered again. */
  leaveSession(): Promise<void>;
  /** Another library, or none: what is told from now on is of that one. */
  forgetSession(): void;
  finishSession(status: Status): Promise<void>;
}

type CaretEvent = Extract<SessionEvent, { type: 'caret' }>;

/** Caret moves are many: the last of them is handed on, of someone who types in the next pause. */
const CARET_AFTER_MS = 500;
/** And after this at the latest while they type on there: a session goes on no further off. */
const CARET_AT_LATEST_MS = 3000;

export function createSessionSlice(set: SetState, get: Get): SessionSlice {
  let known: SessionState = NO_SESSION;
  /** Done here, and not in what main has answered yet. */
  let ahead: SessionEvent[] = [];
  let caret: ReadCaret | null = null;
  let caretTimer: ReturnType<typeof setTimeout> | undefined;
  let caretWaitsSince = 0;
  const dropCaret = () => {
    clearTimeout(caretTimer);
    caretTimer = undefined;
    caret = null;
  };

  const shown = (): Session | null =>
    known.running &&
    ahead.reduce((session, event) => advance(session, event, Date.now()), known.running);

  const take = async (state: SessionState): Promise<void> => {
    if (state.revision < known.revision) return;
    known = state;
    const key = state.running?.recordKey;
    // The page of a session is the page of its record: that is there first.
    if (key !== undefined && !get().open[key] && !(await get().openRecord(key))) return;
    const before = get();
    const session = shown();
    // Another window has left the step that the caret was in.
    if (session?.stage !== before.session?.stage) dropCaret();
    // Told time and again where the caret is: nothing is drawn anew for that.
    if (!looksSame(session, before.session) || !looksSame(known.unfinished, before.unfinished)) {
      set({ session, unfinished: known.unfinished });
    }
    if (session !== null && before.session === null) get().go({ name: 'session' });
  };

  /** What is answered of a library that is not shown any more is no news. */
  const takeAnswer = async (call: () => Promise<SessionState>): Promise<void> => {
    const { library } = get();
    const state = await call();
    if (get().library?.folder === library?.folder) await take(state);
  };

  const ask = async (call: () => Promise<SessionState>): Promise<boolean> => {
    try {
      await takeAnswer(call);
      return true;
    } catch (error) {
      get().complain(error);
      return false;
    }
  };

  const handOn = async (event: SessionEvent): Promise<void> => {
    try {
      await takeAnswer(async () => {
        const state = await client.call('session:do', { event });
        ahead = ahead.filter((other) => other !== event);
        return state;
      });
    } catch (error) {
      ahead = ahead.filter((other) => other !== event);
      set({ session: shown() });
      get().complain(error);
    }
  };
  const handOnCaret = async (): Promise<void> => {
    const place = caret?.();
    dropCaret();
    const { session, lastCaret } = get();
    if (!place || !session || isSamePlace(place, lastCaret(session.stage))) return;
    await handOn({ type: 'caret', place });
  };

  return {
    session: null,
    unfinished: null,

    async beginSession(key) {
      if (get().session) {
        get().go({ name: 'session' });
        return;
      }
      try {
        await takeAnswer(() => client.call('session:begin', { key }));
      } catch (error) {
        if (!hasCode(error, 'conflict')) {
          get().complain(error);
          return;
        }
        get().say(error.message, {
          name: 'Resume the session',
          run: () => void get().resumeUnfinished(),
        });
      }
    },

    async resumeUnfinished() {
      await ask(() => client.call('session:resume'));
    },

    async dropUnfinished() {
      if (!get().unfinished) return;
      if (!(await ask(() => client.call('session:drop')))) return;
      get().say('The session is dropped. What was written stays in the record.', {
        name: 'Undo',
        run: () => void ask(() => client.call('session:take-back')),
      });
    },

    sessionEvent(event) {
      const { session } = get();
      if (!session) return;
      // The caret that waits is one of the step that is left.
      void handOnCaret();
      const meant = byTarget(session, event);
      ahead.push(meant);
      set({ session: shown() });
      void handOn(meant);
    },

    caretMoved(read) {
      if (!get().session) return;
      const now = performance.now();
      if (caret === null) caretWaitsSince = now;
      caret = read;
      if (now - caretWaitsSince > CARET_AT_LATEST_MS) void handOnCaret();
      else caretTimer ??= setTimeout(() => onceNobodyTypes(handOnCaret), CARET_AFTER_MS);
    },

    lastCaret: (stage) => {
      const last = known.running?.caret;
      return last?.stage === stage ? last.place : undefined;
    },

    flushCaret: handOnCaret,
    sessionChanged: take,

    async leaveSession() {
      void handOnCaret();
      await ask(() => client.call('session:leave'));
      get().go({ name: 'home' });
      get().sayWhatWaits();
    },

    forgetSession() {
      known = NO_SESSION;
      ahead = [];
      dropCaret();
      set({ session: null, unfinished: null });
    },

    async finishSession(status) {
      const { session } = get();
      if (!session) return;
      const last = advance(session, { type: 'tick' }, Date.now());
      get().editFields(session.recordKey, finishedFields(last, status));
      const save = await get().saveNow(session.recordKey);
      // Not saved is said where it stands; the session goes on until it is.
      if (save.kind !== 'saved') return;
      set({ selected: session.recordKey });
      get().go({ name: 'record', key: session.recordKey });
      await ask(() => client.call('session:drop'));
      get().say('The session is finished and saved.');
      get().sayWhatWaits();
    },
  };
}

function isSamePlace(one: CaretPlace, other: CaretPlace | undefined): boolean {
  return one.offset === other?.offset && one.path.join() === other.path.join();
}

/** Whether two differ in nothing that is drawn: not the caret, and of the time only whole seconds. */
function looksSame<T>(one: T, other: T): boolean {
  const drawn = (key: string, value: unknown) => {
    if (key === 'caret' || key === 'asOf') return undefined;
    if (key !== 'spent') return value;
    return Object.entries(value as Session['spent'])
      .map(([stage, milliseconds]) => [stage, Math.floor(milliseconds / 1000)])
      .filter(([, seconds]) => seconds !== 0);
  };
  return JSON.stringify(one, drawn) === JSON.stringify(other, drawn);
}

const NO_SESSION: SessionState = { revision: -1, running: null, unfinished: null };
