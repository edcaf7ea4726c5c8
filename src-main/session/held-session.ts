// The session of a library, held here for all windows. Promises: an event is applied once, in the
// order it came, and told at once, a caret with what comes next; each change is in the journal soon
// after, the clock alone every few seconds; time the machine sleeps is not spent in it; what was not
// finished can be resumed.

import { isoDay } from '@core/dates';
import { AppError } from '@core/errors';
import type { SessionState, UnfinishedSession } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import {
  advance,
  resumeSession,
  type Session,
  type SessionEvent,
  startSession,
} from '@core/session/session';
import type { TimeBoxes } from '@core/session/steps';
import { reasonOf } from '../storage/errors';
import type { SessionJournal } from './session-journal';

const TICK_MS = 1000;
/** A pause this long after going to sleep was the sleep. */
const SLEPT_MS = 2 * TICK_MS;
/** How often the clock alone is worth a line in the journal. */
const KEEP_EVERY_MS = 5000;

export interface HeldSessionParts {
  journal: SessionJournal;
  /** The record's title; null when the record is not there any more. */
  titleOf(key: RecordKey): string | null;
  /** Raises what opening the record raises. */
  isReadOnly(key: RecordKey): Promise<boolean>;
  /** The library's time boxes. */
  boxes(): TimeBoxes;
  changed(state: SessionState): void;
  notify(message: string): void;
}

export class HeldSession {
  readonly #parts: HeldSessionParts;
  #running: Session | null = null;
  #dropped: Session | null = null;
  #revision = 0;
  #ticking: NodeJS.Timeout | undefined;
  #keptAt = 0;
  #sleeps = false;

  constructor(parts: HeldSessionParts) {
    this.#parts = parts;
  }

  get state(): SessionState {
    return { revision: this.#revision, running: this.#running, unfinished: this.#unfinished() };
  }

  /**
   * Holds a session on a record, or goes on with the one there is on it. Raises AppError
   * `read-only`, `conflict` while another one is not finished, or what opening the record raises.
   * @param boxes the person's own time boxes, in the place of the library's
   */
  async begin(key: RecordKey, boxes: TimeBoxes | null): Promise<SessionState> {
    const unfinished = this.#unfinished();
    if (unfinished && unfinished.session.recordKey !== key) {
      throw new AppError(
        'conflict',
        `The session on “${unfinished.title}” was not finished. Resume or drop it first.`,
      );
    }
    if (unfinished) return this.resume();
    const now = new Date();
    const boxed = boxes ?? this.#parts.boxes();
    return this.#enter(startSession(key, now.getTime(), isoDay(now), boxed));
  }

  /** Goes on with what was left. Raises AppError `not-found`, `read-only` or as opening it. */
  async resume(): Promise<SessionState> {
    const unfinished = this.#unfinished();
    if (!this.#running && !unfinished) {
      throw new AppError('not-found', 'There is no session to go on with.');
    }
    return unfinished ? this.#enter(unfinished.session) : this.state;
  }

  /** Raises AppError `not-found` when no session is held. */
  apply(event: SessionEvent): SessionState {
    if (!this.#running) throw new AppError('not-found', 'There is no session going on.');
    const now = Date.now();
    this.#running = advance(this.#awake(this.#running, now), event, now);
    if (event.type !== 'tick' || now - this.#keptAt >= KEEP_EVERY_MS) void this.#keep(now);
    // With each letter; only whoever goes on later needs it, and learns it with what comes next.
    return event.type === 'caret' ? this.#step() : this.#tell();
  }

  /** Resolves when where it stands is on the disk, or could not be kept and that is said. */
  async leave(): Promise<SessionState> {
    if (!this.#running) return this.state;
    const now = Date.now();
    this.#running = advance(this.#running, { type: 'tick' }, now);
    const kept = this.#keep(now);
    this.#stop();
    const state = this.#tell();
    await kept;
    return state;
  }

  /** Raises AppError `not-saved`; what was held or left is gone all the same until the next start. */
  async drop(): Promise<SessionState> {
    this.#dropped = this.#running ?? this.#parts.journal.last ?? this.#dropped;
    this.#stop();
    const cleared = this.#parts.journal.drop();
    const state = this.#tell();
    await cleared;
    return state;
  }

  /** Brings back what was dropped last, unless another has been begun since. */
  async takeBack(): Promise<SessionState> {
    if (!this.#dropped || this.#running || this.#parts.journal.last) return this.state;
    const kept = this.#parts.journal.keep(this.#dropped);
    this.#dropped = null;
    const state = this.#tell();
    await kept;
    return state;
  }

  /** The machine goes to sleep: what follows is not spent here. */
  sleep(): void {
    if (!this.#running) return;
    this.apply({ type: 'tick' });
    void this.#keep(Date.now());
    this.#sleeps = true;
  }

  wake(): void {
    if (this.#running) this.apply({ type: 'tick' });
    this.#sleeps = false;
  }

  /** The clock may be heard before the machine says that it is awake. */
  #awake(session: Session, now: number): Session {
    if (!this.#sleeps || now - session.asOf < SLEPT_MS) return session;
    this.#sleeps = false;
    return resumeSession(session, now);
  }

  async #enter(session: Session): Promise<SessionState> {
    if (!(await this.#parts.isReadOnly(session.recordKey))) return this.#run(session);
    throw new AppError(
      'read-only',
      'This near miss can only be read here, so no session can be held on it.',
    );
  }

  #run(session: Session): SessionState {
    // Another window may have been faster.
    if (this.#running) return this.state;
    this.#running = resumeSession(session, Date.now());
    this.#ticking = setInterval(() => {
      // A clock that stands still has nothing to tell.
      if (!this.#running?.paused) this.apply({ type: 'tick' });
    }, TICK_MS);
    void this.#keep(Date.now());
    return this.#tell();
  }

  #stop(): void {
    clearInterval(this.#ticking);
    this.#running = null;
  }

  #tell(): SessionState {
    const state = this.#step();
    this.#parts.changed(state);
    return state;
  }

  #step(): SessionState {
    this.#revision += 1;
    return this.state;
  }

  #unfinished(): UnfinishedSession | null {
    const session = this.#running ? null : this.#parts.journal.last;
    const title = session && this.#parts.titleOf(session.recordKey);
    return session && title !== null ? { session, title } : null;
  }

  /** Never fails: what cannot be kept is said, and tried again with the next change. */
  async #keep(now: number): Promise<void> {
    if (!this.#running) return;
    this.#keptAt = now;
    try {
      await this.#parts.journal.keep(this.#running);
    } catch (error) {
      this.#parts.notify(
        `Where the session stands could not be kept: ${reasonOf(error)}. What is typed is in the record.`,
      );
    }
  }
}
