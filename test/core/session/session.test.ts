// Proves that a person moves the session and never the timer, that time is counted where it was
// spent and nowhere else, and that going back, sleeping and crashing lose nothing.

import { sessionSchema } from '@core/ipc/schemas';
import {
  advance,
  allowance,
  clockFace,
  minutesSpent,
  resumeSession,
  type Session,
  type SessionEvent,
  STAGES,
  type Stage,
  startSession,
  stepTimeWords,
  timeLeft,
  timeWords,
  totalTimeWords,
} from '@core/session/session';
import { DEFAULT_TIME_BOXES, STEPS, totalMinutes } from '@core/session/steps';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const start = (now = 0) => startSession('key', now, '2026-11-21');

/** A session after seconds of ticking, one a second. */
function ticking(session: Session, seconds: number): Session {
  let current = session;
  for (let i = 1; i <= seconds; i += 1) {
    current = advance(current, { type: 'tick' }, session.asOf + i * SECOND);
  }
  return current;
}
const total = ({ spent }: Session) => Object.values(spent).reduce((sum, ms) => sum + ms, 0);

const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.constantFrom<SessionEvent>(
    { type: 'next' },
    { type: 'back' },
    { type: 'tick' },
    { type: 'pause' },
    { type: 'continue' },
    { type: 'add-minute' },
    { type: 'remove-saver' },
    { type: 'put-back' },
    { type: 'caret', place: { path: [0, 1], offset: 3 } },
    { type: 'set', facilitator: 'Ana', people: ['Sam'] },
  ),
  fc.constantFrom(...STAGES).map((stage): SessionEvent => ({ type: 'go', stage })),
);
const timed = fc.array(fc.tuple(event, fc.integer({ min: -5000, max: 90_000 })), { maxLength: 60 });

describe('the steps', () => {
  it('are six, 25 minutes in all with the opening', () => {
    expect(STEPS).toHaveLength(6);
    expect(totalMinutes(DEFAULT_TIME_BOXES)).toBe(25);
    expect(STAGES).toEqual(['opening', ...STEPS.map(({ key }) => key), 'read-out']);
    const boxes = STAGES.slice(0, -1).map((stage) => allowance({ ...start(), stage }) / MINUTE);
    expect(boxes).toEqual([2, 5, 4, 3, 5, 3, 3]);
    expect(allowance({ ...start(), stage: 'read-out' })).toBe(0);
  });

  it('are walked by a person, back and forth, and end at both ends', () => {
    const walk = (events: SessionEvent['type'][]) =>
      events.reduce((s, type) => advance(s, { type } as SessionEvent, 0), start()).stage;
    expect(walk(['back'])).toBe('opening');
    expect(walk(['next', 'next', 'back'])).toBe('story');
    expect(walk(Array(20).fill('next'))).toBe('read-out');
    expect(advance(start(), { type: 'go', stage: 'latent' }, 0).stage).toBe('latent');
  });

  it('never end by themselves', () => {
    const session = ticking(advance(start(), { type: 'next' }, 0), 3600);
    expect(session.stage).toBe('story');
    expect(timeLeft(session)).toBe(5 * MINUTE - 3600 * SECOND);
  });
});

describe('time', () => {
  it('is counted where it is spent, and kept when going back', () => {
    let session = ticking(start(), 10);
    session = ticking(advance(session, { type: 'next' }, session.asOf), 20);
    session = advance(session, { type: 'next' }, session.asOf + 5 * SECOND);
    session = ticking(session, 7);
    session = ticking(advance(session, { type: 'back' }, session.asOf), 3);
    expect(session.spent).toEqual({
      opening: 10 * SECOND,
      story: 28 * SECOND,
      saved: 7 * SECOND,
    });
    expect(timeLeft(session, 'saved')).toBe(4 * MINUTE - 7 * SECOND);
  });

  it('stands still while paused', () => {
    let session = advance(start(), { type: 'pause' }, 5 * SECOND);
    session = ticking(session, 100);
    expect(total(session)).toBe(5 * SECOND);
    session = ticking(advance(session, { type: 'continue' }, session.asOf + 9 * SECOND), 2);
    expect(total(session)).toBe(7 * SECOND);
  });

  test.each([
    ['the machine slept', 8 * 3600 * SECOND, 0],
    ['a tick came late', 30 * SECOND, 30 * SECOND],
    ['a tick came too late', 30 * SECOND + 1, 0],
    ['the clock was set back', -3600 * SECOND, 0],
    ['no time passed', 0, 0],
  ])('is not made up when %s', (_name, passed, counted) => {
    const session = advance(start(1e12), { type: 'tick' }, 1e12 + passed);
    expect([total(session), session.asOf]).toEqual([counted, 1e12 + passed]);
    expect(total(ticking(session, 1))).toBe(counted + SECOND);
  });

  it('in the journal is not spent in the session', () => {
    const session = ticking(start(), 10);
    const now = session.asOf + 15 * SECOND;
    const later = resumeSession(session, now);
    expect(total(advance(later, { type: 'tick' }, now + SECOND))).toBe(11 * SECOND);
    expect({ ...later, asOf: session.asOf }).toEqual(session);
  });

  it('can be added a minute at a time, to the step where it is', () => {
    const session = advance(advance(start(), { type: 'add-minute' }, 0), { type: 'add-minute' }, 0);
    expect(allowance(session)).toBe(4 * MINUTE);
    expect(allowance(session, 'story')).toBe(5 * MINUTE);
  });

  test.each<[Stage, number, string]>([
    ['close', 20, '2:40 left'],
    ['opening', 0, '2:00 left'],
    ['opening', 119.4, '0:01 left'],
    ['opening', 120, 'time to move on'],
    ['opening', 120.9, 'time to move on'],
    ['opening', 121, 'time to move on, 0:01 over'],
    ['opening', 185.5, 'time to move on, 1:05 over'],
    ['story', 0, '5:00 left'],
    ['read-out', 500, ''],
  ])('in words: %s after %d seconds is “%s”', (stage, seconds, words) => {
    expect(timeWords({ ...start(), stage, spent: { [stage]: seconds * SECOND } })).toBe(words);
  });

  test.each([
    [0, '0:00'],
    [1, '0:01'],
    [59_000, '0:59'],
    [59_001, '1:00'],
    [160_000, '2:40'],
    [3_600_000, '60:00'],
  ])('%d ms is %s', (ms, face) => {
    expect(clockFace(ms)).toBe(face);
  });

  test.each([
    [{}, 1],
    [{ story: 89 * SECOND }, 1],
    [{ story: 90 * SECOND }, 2],
    [{ opening: 2 * MINUTE, story: 20 * MINUTE, 'read-out': 2 * MINUTE }, 24],
  ])('%j are %d minutes', (spent, minutes) => {
    expect(minutesSpent({ ...start(), spent })).toBe(minutes);
  });
});

describe('the time in all', () => {
  it('is what was spent, of what all steps have been given', () => {
    let session: Session = {
      ...start(),
      stage: 'close',
      spent: { story: 11 * MINUTE, close: 20 * SECOND },
    };
    expect(totalTimeWords(session)).toBe('11:20 of 25 in all');
    expect(stepTimeWords(session)).toBe('of 3 minutes for this step');
    session = advance(session, { type: 'add-minute' }, 0);
    expect(totalTimeWords(session)).toBe('11:20 of 26 in all');
    expect(stepTimeWords(session)).toBe('of 4 minutes for this step');
    expect(stepTimeWords({ ...session, stage: 'read-out' })).toBe('');
    const one = { ...session, extra: {}, boxes: { ...session.boxes, close: 1 } };
    expect(stepTimeWords(one)).toBe('of 1 minute for this step');
  });

  it('goes on over, in the step and in all, until a person moves', () => {
    const session = ticking({ ...start(), stage: 'actions' }, 26 * 60);
    expect(timeWords(session)).toBe('time to move on, 23:00 over');
    expect(totalTimeWords(session)).toBe('26:00 of 25 in all');
    expect(session.stage).toBe('actions');
  });
});

describe('whatever happens', () => {
  it('time spent only grows, by no more than passed, and only where the session stands', () => {
    fc.assert(
      fc.property(timed, (events) => {
        let session = start();
        let now = 0;
        for (const [happening, passed] of events) {
          now += passed;
          const next = advance(session, happening, now);
          const grown = total(next) - total(session);
          const mayCount = !session.paused && passed > 0 && passed <= 30_000;
          expect(grown).toBe(mayCount ? passed : 0);
          for (const stage of STAGES) {
            if (stage === session.stage) continue;
            expect(next.spent[stage]).toBe(session.spent[stage]);
          }
          expect(next.asOf).toBe(now);
          session = next;
        }
      }),
    );
  });

  it('it can be put into the journal and taken out again', () => {
    fc.assert(
      fc.property(timed, timed, (before, after) => {
        const run = (from: Session, events: typeof before) => {
          let now = from.asOf;
          return events.reduce((s, [happening, passed]) => {
            now += passed;
            return advance(s, happening, now);
          }, from);
        };
        const session = run(start(), before);
        const kept = sessionSchema.parse(JSON.parse(JSON.stringify(session)));
        expect(kept).toEqual(session);
        expect(run(kept, after)).toEqual(run(session, after));
      }),
    );
  });

  it('events change nothing but what they are about, and never the session given', () => {
    const session = Object.freeze({
      ...start(),
      caret: { stage: 'opening' as const, place: { path: [0], offset: 2 } },
    });
    const after = (happening: SessionEvent) => advance(session, happening, 0);
    expect(after({ type: 'tick' })).toEqual(session);
    expect(after({ type: 'remove-saver' })).toEqual({ ...session, saverRemoved: true });
    expect(advance(after({ type: 'remove-saver' }), { type: 'put-back' }, 0)).toEqual(session);
    expect(after({ type: 'set', facilitator: 'Ana' })).toEqual({ ...session, facilitator: 'Ana' });
    expect(after({ type: 'caret', place: { path: [1], offset: 0 } }).caret).toEqual({
      stage: 'opening',
      place: { path: [1], offset: 0 },
    });
    expect(after({ type: 'next' }).caret).toBeNull();
    expect(after({ type: 'back' }).caret).toEqual(session.caret);
  });
});
