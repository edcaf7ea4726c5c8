// Proves that notes and dismissals stay with the record, that estimates are those of one session,
// and that a dismissed hint stays away without anyone being able to read what it was about.

import { NO_ESTIMATES } from '@core/session/estimates';
import {
  facilitationFor,
  hintMark,
  MOST_DISMISSED,
  newFacilitation,
  wanted,
  withDismissed,
} from '@core/session/facilitation';
import { findHints } from '@core/wording/hints';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TEXT = 'Sam forgot to unmute the alert. They should have noticed.';
const hints = findHints(TEXT, ['Sam']);

describe('what is the facilitator’s alone', () => {
  it('begins empty, and goes on within a session', () => {
    const fresh = newFacilitation('2026-11-21');
    expect(facilitationFor(null, '2026-11-21')).toEqual(fresh);
    const kept = {
      ...fresh,
      notes: 'n',
      estimates: { ...fresh.estimates, close: { values: [1], revealed: true } },
    };
    expect(facilitationFor(kept, '2026-11-21')).toEqual(kept);
    expect(facilitationFor(kept, '2026-11-22')).toEqual({
      ...newFacilitation('2026-11-22'),
      notes: 'n',
    });
    expect(fresh.estimates.close).toEqual(NO_ESTIMATES);
  });
});

describe('a dismissed hint', () => {
  it('stays away, wherever its words stand, and takes no other with it', () => {
    const [first, second] = hints;
    if (!first || !second) throw new Error('two hints are needed');
    const kept = withDismissed(newFacilitation(''), first);
    expect(wanted(hints, kept)).toEqual([second]);
    const moved = findHints(`More before it.\n\n- sam forgot to unmute\n  the alert\n`, []);
    expect(
      wanted(
        moved.map((hint) => ({ ...hint, seen: 'SAM forgot to  unmute the alert' })),
        kept,
      ),
    ).toEqual([]);
  });

  it('is kept as a mark that says nothing of it', () => {
    const kept = hints.reduce(withDismissed, newFacilitation(''));
    const text = JSON.stringify(kept);
    for (const word of ['Sam', 'sam', 'forgot', 'alert', 'noticed'])
      expect(text).not.toContain(word);
    expect(kept.dismissed).toHaveLength(2);
  });

  it('has a mark of its own', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 40 })
      .map((text) => text.toLowerCase().replace(/\s+/g, ' '));
    fc.assert(
      fc.property(word, word, (one, other) => {
        fc.pre(one !== other);
        const mark = (seen: string) => hintMark({ kind: 'blame', seen });
        expect(mark(one)).not.toBe(mark(other));
        expect(mark(one)).not.toBe(hintMark({ kind: 'hindsight', seen: one }));
      }),
    );
  });

  it('pushes out the oldest when there are very many', () => {
    const [hint] = hints;
    if (!hint) throw new Error('a hint is needed');
    let kept = withDismissed(newFacilitation(''), hint);
    for (let i = 0; i < MOST_DISMISSED; i += 1)
      kept = withDismissed(kept, { ...hint, seen: `${i}` });
    expect(kept.dismissed).toHaveLength(MOST_DISMISSED);
    expect(wanted([hint], kept)).toEqual([hint]);
  });
});
