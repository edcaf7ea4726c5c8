// The session as data: where it stands, what the timer says, where the caret is. Pure: every
// change is an event at a time, so that it can be replayed from the journal after a crash.

import { DEFAULT_TIME_BOXES, STEP_KEYS, type StepKey, type TimeBoxes } from './steps';

export type Stage = 'opening' | StepKey | 'read-out';

export const STAGES: readonly Stage[] = ['opening', ...STEP_KEYS, 'read-out'];

/** Where the caret was: child indexes from the editor's root to the node, and the offset in it. */
export interface CaretPlace {
  path: number[];
  offset: number;
}
/** Tells where the caret is when that is wanted; `undefined` when there is none. */
export type ReadCaret = () => CaretPlace | undefined;

export interface Session {
  /** The record's key in the library; it follows the file when that is renamed. */
  recordKey: string;
  stage: Stage;
  /** ISO date of the day it is held. */
  held: string;
  facilitator: string;
  /** Who is here, as typed. */
  people: string[];
  boxes: TimeBoxes;
  /** Milliseconds spent in each stage, up to `asOf`. */
  spent: Partial<Record<Stage, number>>;
  /** Extra milliseconds granted to a stage. */
  extra: Partial<Record<Stage, number>>;
  paused: boolean;
  /** Epoch milliseconds up to which `spent` counts. */
  asOf: number;
  /** The saver has been removed from the ladder, to see what would have happened. */
  saverRemoved: boolean;
  caret: { stage: Stage; place: CaretPlace } | null;
}

export type SessionEvent =
  | { type: 'next' }
  | { type: 'back' }
  | { type: 'go'; stage: Stage }
  | { type: 'tick' }
  | { type: 'pause' }
  | { type: 'continue' }
  | { type: 'add-minute' }
  | { type: 'remove-saver' }
  | { type: 'put-back' }
  | { type: 'caret'; place: CaretPlace }
  | { type: 'set'; facilitator?: string; people?: string[]; held?: string; boxes?: TimeBoxes };

const MINUTE = 60_000;
/** Two ticks further apart than this were not spent here: the machine slept or the app was gone. */
const LONGEST_TICK = 30_000;

/** A session on a record, at its opening, with the clock not yet running into a step. */
export function startSession(
  recordKey: string,
  now: number,
  held: string,
  boxes: TimeBoxes = DEFAULT_TIME_BOXES,
): Session {
  return {
    recordKey,
    stage: 'opening',
    held,
    facilitator: '',
    people: [],
    boxes,
    spent: {},
    extra: {},
    paused: false,
    asOf: now,
    saverRemoved: false,
    caret: null,
  };
}

/** The session after an event at `now` (epoch milliseconds). Time is counted before the event. */
export function advance(session: Session, event: SessionEvent, now: number): Session {
  const current = count(session, now);
  switch (event.type) {
    case 'next':
      return move(current, STAGES.indexOf(current.stage) + 1);
    case 'back':
      return move(current, STAGES.indexOf(current.stage) - 1);
    case 'go':
      return move(current, STAGES.indexOf(event.stage));
    case 'tick':
      return current;
    case 'pause':
      return { ...current, paused: true };
    case 'continue':
      return { ...current, paused: false };
    case 'add-minute': {
      const extra = (current.extra[current.stage] ?? 0) + MINUTE;
      return { ...current, extra: { ...current.extra, [current.stage]: extra } };
    }
    case 'remove-saver':
      return { ...current, saverRemoved: true };
    case 'put-back':
      return { ...current, saverRemoved: false };
    case 'caret':
      return { ...current, caret: { stage: current.stage, place: event.place } };
    case 'set': {
      const { type: _type, ...facts } = event;
      return { ...current, ...facts };
    }
  }
}

/**
 * The event by where it leads: next and back become a stage to go to. Two windows that ask for the
 * next step at once come to one and the same, and an event seen twice does no harm.
 */
export function byTarget(session: Session, event: SessionEvent): SessionEvent {
  if (event.type !== 'next' && event.type !== 'back') return event;
  return { type: 'go', stage: advance(session, event, session.asOf).stage };
}

/** A session read from the journal: the time it lay there was not spent in it. */
export function resumeSession(session: Session, now: number): Session {
  return { ...session, asOf: now };
}

function count(session: Session, now: number): Session {
  const passed = now - session.asOf;
  const spent = session.spent[session.stage] ?? 0;
  if (session.paused || passed <= 0 || passed > LONGEST_TICK) return { ...session, asOf: now };
  return { ...session, asOf: now, spent: { ...session.spent, [session.stage]: spent + passed } };
}

function move(session: Session, index: number): Session {
  const stage = STAGES[Math.min(Math.max(index, 0), STAGES.length - 1)] ?? session.stage;
  return stage === session.stage ? session : { ...session, stage, caret: null };
}

/** Milliseconds the stage has been given: its box and what was added; 0 for the read-out. */
export function allowance(session: Session, stage: Stage = session.stage): number {
  const box = stage === 'read-out' ? 0 : session.boxes[stage];
  return box * MINUTE + (session.extra[stage] ?? 0);
}

/** Milliseconds left in the stage; negative when over. */
export function timeLeft(session: Session, stage: Stage = session.stage): number {
  return allowance(session, stage) - (session.spent[stage] ?? 0);
}

/** "2:40 left", "time to move on", "time to move on, 1:05 over"; '' for the read-out, which has no box. */
export function timeWords(session: Session): string {
  if (session.stage === 'read-out') return '';
  const left = timeLeft(session);
  if (left > 0) return `${clockFace(left)} left`;
  const over = Math.floor(-left / 1000) * 1000;
  return over === 0 ? 'time to move on' : `time to move on, ${clockFace(over)} over`;
}

/** "of 3 minutes for this step"; with what was added. '' for the read-out. */
export function stepTimeWords(session: Session): string {
  if (session.stage === 'read-out') return '';
  const minutes = Math.round(allowance(session) / MINUTE);
  return `of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} for this step`;
}

/** "11:20 of 25 in all": spent so far, and what all steps have been given. */
export function totalTimeWords(session: Session): string {
  const given = STAGES.reduce((sum, stage) => sum + allowance(session, stage), 0);
  return `${clockFace(totalSpent(session))} of ${Math.round(given / MINUTE)} in all`;
}

/** Milliseconds as minutes and seconds: 160000 → "2:40". Whole seconds, a started one counts. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Minutes the whole session took, rounded, at least 1. */
export function minutesSpent(session: Session): number {
  return Math.max(1, Math.round(totalSpent(session) / MINUTE));
}

function totalSpent(session: Session): number {
  return Object.values(session.spent).reduce((sum, ms) => sum + ms, 0);
}
