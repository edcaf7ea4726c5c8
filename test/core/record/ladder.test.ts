// Proves that what stopped it, what was left and what luck had to do with it are counted as the
// format says, and said in its words.

import {
  isLuck,
  ladderSummary,
  luckShare,
  remainingStrength,
  rungDetail,
  saverIndex,
  whatIsLeft,
  whatIsLeftSentence,
  withoutSaver,
} from '@core/record/ladder';
import { BARRIER_KINDS, BARRIER_STATES, type Barrier, KNOWLEDGE, YES_NO } from '@core/record/model';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const BLANK: Barrier = { name: '', state: null, kind: null, byDesign: null, known: null, note: '' };
const one = (part: Partial<Barrier>): Barrier => ({ ...BLANK, ...part });

/** "F" failed, "A" absent, "S" stopped, "U" untested, "?" not said. */
const STATES = { F: 'failed', A: 'absent', S: 'stopped', U: 'untested', '?': null } as const;
const ladder = (states: string, part: Partial<Barrier> = {}) =>
  [...states].map((letter, i) =>
    one({ name: `B${i}`, state: STATES[letter as keyof typeof STATES], ...part }),
  );

const anyLadder = fc.array(
  fc.record({
    name: fc.constantFrom('', 'A', 'B'),
    state: fc.constantFrom(null, ...BARRIER_STATES),
    kind: fc.constantFrom(null, ...BARRIER_KINDS),
    byDesign: fc.constantFrom(null, ...YES_NO),
    known: fc.constantFrom(null, ...KNOWLEDGE),
    note: fc.constantFrom('', 'note'),
  }),
  { maxLength: 8 },
);

const DESIGN = [
  one({ name: 'Alert at 90 %', state: 'failed', kind: 'alert', note: 'muted since the migration' }),
  one({ name: 'Nightly cleanup job', state: 'stopped', kind: 'timing', byDesign: 'no' }),
  one({ name: 'Read-only fallback', state: 'untested', known: 'assumed' }),
];

describe('what is left', () => {
  test.each([
    ['', '', null],
    ['FFA', '', null],
    ['UU', '', null],
    ['S', 'Nothing was left.', 'none'],
    ['FSF', 'Nothing was left.', 'none'],
    ['SFA', 'Nothing was left.', 'none'],
    ['FSU', 'One untested barrier left.', 'minimal'],
    ['USU', 'One untested barrier left.', 'minimal'],
    ['S?', 'One untested barrier left.', 'minimal'],
    ['SUFU', 'Two untested barriers left.', 'limited'],
    ['SS', 'One barrier left.', 'limited'],
    ['SSU', 'Two barriers left, one untested.', 'limited'],
    ['SSS', 'Two barriers left.', 'limited'],
    ['SUUUUUUUUU', 'Nine untested barriers left.', 'limited'],
    ['SUUUUUUUUUU', '10 untested barriers left.', 'limited'],
  ])('of “%s”: %s', (states, sentence, strength) => {
    expect(whatIsLeftSentence(ladder(states))).toBe(sentence);
    expect(remainingStrength(ladder(states))).toBe(strength);
  });

  test.each<[Partial<Barrier>, string]>([
    [{ known: 'known' }, 'effective'],
    [{ known: 'known', byDesign: 'yes' }, 'effective'],
    [{ known: 'known', byDesign: 'no' }, 'minimal'],
    [{ known: 'known', kind: 'luck' }, 'minimal'],
    [{ known: 'known', kind: 'timing' }, 'minimal'],
    [{ known: 'known', kind: 'person by chance' }, 'minimal'],
    [{ known: 'known', kind: 'person on duty' }, 'effective'],
    [{ known: 'assumed' }, 'minimal'],
  ])('is as strong as its best: %j', (part, strength) => {
    const saver = ladder('S');
    const left = one({ state: 'untested', ...part });
    expect(remainingStrength([...saver, left])).toBe(strength);
    const two = strength === 'effective' ? 'effective' : 'limited';
    expect(remainingStrength([...saver, left, ...ladder('U')])).toBe(two);
  });

  it('is what stands behind the first that stopped it, and did not fail', () => {
    fc.assert(
      fc.property(anyLadder, (barriers) => {
        const saver = saverIndex(barriers);
        const left = whatIsLeft(barriers);
        expect(saver).toBe(barriers.map((b) => b.state).indexOf('stopped'));
        if (saver === -1) {
          expect([left, remainingStrength(barriers), whatIsLeftSentence(barriers)]).toEqual([
            null,
            null,
            '',
          ]);
          return;
        }
        const behind = barriers.filter(
          (b, i) => i > saver && b.state !== 'failed' && b.state !== 'absent',
        );
        expect(left).toEqual(behind);
        // What stands before the saver has no part in it.
        expect(whatIsLeftSentence(barriers)).toBe(whatIsLeftSentence(barriers.slice(saver)));
        expect(remainingStrength(barriers) === 'none').toBe(behind.length === 0);
        expect(withoutSaver(barriers, '')?.next ?? null).toBe(
          behind[0] ? barriers.indexOf(behind[0]) : null,
        );
      }),
    );
  });
});

describe('luck', () => {
  test.each(BARRIER_KINDS)('is in “%s” or not', (kind) => {
    const byChance = ['timing', 'luck', 'person by chance'].includes(kind);
    expect(isLuck(one({ kind }))).toBe(byChance);
    expect(isLuck(one({ kind, byDesign: 'yes' }))).toBe(byChance);
    expect(isLuck(one({ kind, byDesign: 'no' }))).toBe(true);
  });

  it('is counted among those that stopped it only', () => {
    expect(luckShare([])).toBeNull();
    expect(luckShare(ladder('FU', { kind: 'luck' }))).toBeNull();
    expect(luckShare(DESIGN)).toBe(1);
    expect(luckShare([...DESIGN, ...ladder('SSS')])).toBe(0.25);
  });
});

describe('words', () => {
  test.each<[Partial<Barrier>, string]>([
    [{ state: 'failed', note: 'muted' }, 'failed: muted'],
    [{ state: 'failed' }, 'failed'],
    [{ state: 'absent', note: ' never built ' }, 'absent: never built'],
    [{ state: 'absent' }, 'absent'],
    [{ state: 'stopped' }, 'stopped it'],
    [{ state: 'stopped', byDesign: 'no' }, 'stopped it, not designed to'],
    [{ state: 'stopped', byDesign: 'yes', note: 'early' }, 'stopped it, by design, early'],
    [{ state: 'untested' }, 'untested'],
    [{ state: 'untested', known: 'assumed' }, 'untested, assumed to work'],
    [{ state: 'untested', known: 'known', note: 'n' }, 'untested, known to be there, n'],
    [{ note: 'n' }, 'n'],
    [{}, ''],
  ])('of a rung: %j', (part, detail) => {
    expect(rungDetail(one(part))).toBe(detail);
  });

  it('of the whole ladder', () => {
    expect(ladderSummary([])).toBe('No barriers yet');
    expect(ladderSummary(ladder('FFASU?'))).toBe(
      '2 failed, 1 absent, 1 stopped it, 1 untested, 1 not said',
    );
  });

  test.each<[string, Barrier[], string, string]>([
    [
      'the next is untested',
      DESIGN,
      'Checkout down',
      'Without “Nightly cleanup job”, “Read-only fallback” is next: untested, assumed to work.',
    ],
    [
      'the next has a note that is a sentence',
      [...ladder('S'), one({ name: 'GitHub check', state: 'untested', note: 'Ana said so.' })],
      '',
      'Without “B0”, “GitHub check” is next: untested, Ana said so.',
    ],
    [
      'the next stopped it too',
      ladder('SFS'),
      '',
      'Without “B0”, “B2” is next, which stopped it too.',
    ],
    [
      'nobody said',
      ladder('S?'),
      '',
      'Without “B0”, “B1” is next, and nobody has said whether it would hold.',
    ],
    [
      'no names',
      ladder('SU', { name: ' ' }),
      '',
      'Without the barrier that stopped it, a barrier without a name is next: untested.',
    ],
    [
      'nothing is next',
      ladder('FSFA'),
      'GitHub Actions down for everyone',
      'Without “B1”, nothing else stood in the way. GitHub Actions down for everyone.',
    ],
    [
      'nothing is next, and a full stop',
      ladder('S'),
      ' Gone! ',
      'Without “B0”, nothing else stood in the way. Gone!',
    ],
    [
      'nothing is next, and no harm',
      ladder('S'),
      ' ',
      'Without “B0”, nothing else stood in the way.',
    ],
  ])('without the saver: %s', (_name, barriers, harm, sentence) => {
    expect(withoutSaver(barriers, harm)?.sentence).toBe(sentence);
  });

  it('are sentences, whatever the names', () => {
    fc.assert(
      fc.property(anyLadder, fc.constantFrom('', 'Harm', 'Harm.'), (barriers, harm) => {
        const without = withoutSaver(barriers, harm);
        expect(without === null).toBe(saverIndex(barriers) === -1);
        if (without) expect(without.sentence).toMatch(/^Without .*[^.\s]\.$/);
      }),
    );
  });
});
