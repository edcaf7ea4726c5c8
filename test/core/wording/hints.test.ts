// Proves that the wording hints see what they are for and leave the rest alone, that a hint says
// what it saw and where, that accepting one changes nothing else, and that no name is kept.

import { findHints, hintReader } from '@core/wording/hints';
import { HINT_KINDS, type HintKind } from '@core/wording/rule';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { HINTED_FIRST, PEOPLE, SILENT_FIRST } from './sentences-first';
import { HINTED_SECOND, SILENT_SECOND } from './sentences-second';

const HINTED = [...HINTED_FIRST, ...HINTED_SECOND];
const SILENT = [...SILENT_FIRST, ...SILENT_SECOND];

const kindsOf = (text: string): HintKind[] => findHints(text, PEOPLE).map(({ kind }) => kind);

/** The text after the first hint is accepted. */
function accepted(text: string, people: readonly string[] = PEOPLE): string {
  const edit = findHints(text, people)[0]?.edit;
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}

describe('the table', () => {
  it('is at least 120 sentences, at least half of which must stay silent', () => {
    expect(HINTED.length).toBeGreaterThanOrEqual(60);
    expect(SILENT.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HINTED.map(([, kind]) => kind))).toEqual(new Set(HINT_KINDS));
  });

  it('is hinted in at least 95 % of what is worth changing, and as what it is', () => {
    const missed = HINTED.filter(([text, kind]) => !kindsOf(text).includes(kind));
    expect(missed.length / HINTED.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05);
  });

  it('is hinted in at most 2 % of what must stay silent', () => {
    const hinted = SILENT.filter((text) => kindsOf(text).length > 0);
    expect(hinted.length / SILENT.length, JSON.stringify(hinted)).toBeLessThanOrEqual(0.02);
  });

  it('stays silent as one text too, and is hinted in its place', () => {
    const list = SILENT.map((sentence) => `- ${sentence}\n`).join('');
    // Two of them are blocks of their own.
    const prose = SILENT.filter((sentence) => !/^(?:>|```)/.test(sentence)).join(' ');
    expect(findHints(prose, PEOPLE)).toEqual([]);
    expect(findHints(list, PEOPLE)).toEqual([]);
    const both = `${prose}\n\nThey should have noticed it.\n`;
    expect(findHints(both, PEOPLE).map(({ seen }) => seen)).toEqual([
      'They should have noticed it',
    ]);
  });
});

describe('a rewording', () => {
  test.each([
    [
      'Sam forgot to unmute the alert',
      'the alert stayed muted; nothing prompted anyone to turn it back on.',
    ],
    ['they should have noticed', 'what would have made it noticeable?'],
    ['Ana ignored the page', 'what made the page easy to pass over?'],
    ['It was human error', 'a step that was easy to get wrong'],
    ['We always check the plan', 'how often do we check the plan?'],
  ])('of “%s” is “%s”', (text, rewording) => {
    expect(findHints(text, PEOPLE)[0]?.rewording).toBe(rewording);
  });

  test.each([
    [
      '- Disk at 94 %.\n- Sam forgot to unmute the alert after the migration.\n',
      '- Disk at 94 %.\n- The alert stayed muted after the migration; nothing prompted anyone to turn it back on.\n',
    ],
    [
      'The disk was full and they should have noticed it, but the alert was muted.',
      'The disk was full. What would have made it noticeable? But the alert was muted.',
    ],
    ['It was **human error** again.', 'It was **a step that was easy to get wrong** again.'],
    [
      'The team failed to\nrecognise the pattern.',
      'What would have made it possible to recognise the pattern?',
    ],
    ['(They should have noticed.)', '(What would have made it noticeable?)'],
  ])('in %j leaves %j', (text, result) => {
    expect(accepted(text)).toBe(result);
  });

  it('is not offered to be put in where it would tear a mark of emphasis apart', () => {
    expect(accepted('**They should** have noticed **the graph** going up.')).toBe(
      'What would have made the graph going up noticeable?',
    );
    const [torn] = findHints('**Note: they should have** noticed the graph.', PEOPLE);
    expect(torn).toMatchObject({ seen: 'they should have noticed the graph', edit: null });
  });
});

describe('what is not read', () => {
  test.each([
    '> They should have noticed.',
    '```\nThey should have noticed.\n```',
    '~~~~ text\n```\nThey should have noticed.\n~~~~',
    '    They should have noticed.',
    '<p>They should have noticed.</p>',
    'The log says `they should have noticed`.',
    'The log says “they should have noticed”.',
    'The log says "they should have noticed".',
    '[the channel](https://example.org/they-should-have-noticed)',
    '| They | should have noticed |\n| --- | --- |',
  ])('%j', (text) => {
    expect(findHints(text, PEOPLE)).toEqual([]);
  });

  it('ends where it ends', () => {
    const text = '```\ncode\n```\nThey should have noticed.\n\n> quoted\n\nAna ignored the page.';
    expect(findHints(text, PEOPLE).map(({ seen }) => seen)).toEqual([
      'They should have noticed',
      'Ana ignored the page',
    ]);
  });
});

describe('names', () => {
  it('are known as they are written, whole or by the first', () => {
    const seen = (text: string) => findHints(text, ['Jonas Weber', 'Will']).map((h) => h.seen);
    expect(seen('Jonas broke the build.')).toEqual(['Jonas broke the build']);
    expect(seen('Jonas Weber broke the build.')).toEqual(['Jonas Weber broke the build']);
    expect(seen('The jonas broke the build.')).toEqual([]);
    expect(seen('It will break.')).toEqual([]);
  });

  it('are taken as text, whatever they are', () => {
    const name = 'A.+ (b) \\d+';
    expect(findHints(`${name} broke the build.`, [name])).toHaveLength(1);
    expect(findHints('Ab broke the build.', [name, ' ', ''])).toEqual([]);
  });

  it('are not kept: a reading without them is as if they had never been known', () => {
    const text = 'Zebulon broke the retry logic.';
    expect(findHints(text, [])).toEqual([]);
    expect(findHints(text, ['Zebulon'])).toHaveLength(1);
    expect(findHints(text, [])).toEqual([]);
  });
});

/** Texts put together of sentences, marks and noise. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HINTED.map(([text]) => text), ...SILENT),
      fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '- ',
        '> ',
        '**',
        '*',
        '_',
        '`',
        '```\n',
        '“',
        '"',
        '[',
        '](x)',
        '|',
        '# ',
        '\r\n',
        '\t',
        'İ',
        '🙂',
      ),
      fc.string({ maxLength: 20 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('has hints in order, inside it, that say what stands there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, seen, rewording, edit } of findHints(text, PEOPLE)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          // Marks and line breaks aside, it is what was seen.
          const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
          expect(letters(text.slice(start, end))).toBe(letters(seen));
          expect(rewording).not.toMatch(/[\0\uE000-\uE002\uFFFC]/);
          if (!edit) continue;
          expect(edit.start).toBeLessThanOrEqual(start);
          expect(edit.end).toBeGreaterThanOrEqual(end);
          expect(edit.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('is read the same again after an edit elsewhere, as if for the first time', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const reader = hintReader(PEOPLE);
        reader.read(before);
        expect(reader.read(after)).toEqual(findHints(after, PEOPLE));
      }),
    );
  });

  it('that is empty has none', () => {
    for (const text of ['', ' ', '\n\n', '- ', '# ', '**', '``']) {
      expect(findHints(text, PEOPLE)).toEqual([]);
    }
  });
});
