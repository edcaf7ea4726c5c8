// Proves that several reports in one paste are told apart in whatever disguise and order they come,
// that one report stays one, and that nobody is named by the lines a chat adds.

import type { CapturedFields } from '@core/capture/paste';
import { readReports } from '@core/capture/reports';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CASES } from '../../fixtures/cases';
import { growth, LINEAR, type Sized } from '../record/runs';
import { DISGUISES, expectedFields, FRAMES, LISTS, MARKS } from './disguises';

const BETWEEN: Record<string, (reports: readonly string[]) => string> = {
  'a line end': (reports) => reports.join('\n'),
  'a blank line': (reports) => reports.join('\n\n'),
  'a rule': (reports) => reports.join('\n---\n'),
  'a rule and blank lines': (reports) => reports.join('\n\n* * *\n\n'),
  'a line of equal signs': (reports) => `=====\n${reports.join('\n=====\n')}\n=====`,
  numbers: (reports) => reports.map((r, i) => `Near miss ${i + 1}:\n${r}`).join('\n\n'),
  'names and times': (reports) =>
    reports.map((r, i) => `Sam Okafor\n  2:1${i} PM\n${r}`).join('\n'),
  'names with replies behind': (reports) =>
    reports.map((r, i) => `Ana  14:0${i}\n${r}\n:eyes: 3\n2 replies`).join('\n\n'),
  'times in brackets': (reports) => reports.map((r) => `[20/11 14:02] Sam: ${r}`).join('\n'),
};
const FIVE = CASES.slice(5, 10);

describe.each(Object.entries(BETWEEN))('five reports between %s', (_name, between) => {
  test.each(Object.entries(DISGUISES))('%s', (_disguise, disguise) => {
    const text = between(FIVE.map(({ lines }) => disguise(lines)));
    expect(readReports(text)).toEqual(FIVE.map(({ lines }) => expectedFields(lines)));
  });
});

describe('reports', () => {
  const titles = (text: string) => readReports(text).map((report) => report.title);

  test.each(CASES)('$name alone is one', ({ lines }) => {
    expect(readReports(lines.join('\n'))).toEqual([expectedFields(lines)]);
  });

  it('of one line each are as many reports', () => {
    const text = 'What almost happened: a\nWhat almost happened: b\n\nWhat almost happened: c';
    expect(readReports(text)).toEqual(['a', 'b', 'c'].map((almost) => ({ sections: { almost } })));
  });

  it('in different orders, the second with a label that the first has not', () => {
    const text = 'Title: a\nWhat saved us: luck\n\nDate: 2026-01-02\nWhat saved us: Ana\nTitle: b';
    expect(readReports(text)).toEqual([
      { title: 'a', sections: { saved: 'luck' } },
      { title: 'b', occurred: '2026-01-02', sections: { saved: 'Ana' } },
    ]);
  });

  it('begin at the heading of their page, and keep what stands below it', () => {
    const page = (n: number) =>
      `# It fell ${n}\n\n## What almost happened\n\nIt did.\n\n---\n\nAgain.\n\n## What saved us\n\nLuck.`;
    expect(readReports([page(1), page(2), page(3)].join('\n\n'))).toEqual(
      [1, 2, 3].map((n) => ({
        title: `It fell ${n}`,
        sections: { almost: 'It did.\n\n---\n\nAgain.', saved: 'Luck.' },
      })),
    );
  });

  it('are not made of one that says something twice, or of its own rules', () => {
    expect(readReports('What saved us: a\nHow close was it: b\nWhat saved us: c')).toHaveLength(1);
    expect(titles('Title: a\nNotes: b\n---\nWhat saved us: d\nNotes: c')).toEqual(['a']);
    expect(readReports('Title: a\nDate: 2026-01-02\nDate: 2026-01-03')).toHaveLength(1);
  });

  it('are none in any other text', () => {
    expect(readReports('Hello\n---\nSam  14:02\nThe disk was full.')).toEqual([]);
    expect(readReports('')).toEqual([]);
  });

  it('never name who posted what was told in confidence', () => {
    for (const between of Object.values(BETWEEN)) {
      const lines = ['Reported by: in confidence', 'Title: x', 'What saved us: y'];
      const text = between([lines.join('\n'), lines.toReversed().join('\n')]);
      expect(readReports(text)).toEqual(
        Array(2).fill({ confidential: true, title: 'x', sections: { saved: 'y' } }),
      );
    }
  });
});

describe('lines that only look like a chat’s', () => {
  test.each([
    'Paged at 14:02',
    'Alert 14:02',
    '14:02 the alert fired',
    'It went on until 2:14 PM',
    '- Sam 14:02',
  ])('stay in the text: %s', (line) => {
    const [report] = readReports(
      `Title: x\nWhat almost happened: one\n${line}\nWhat saved us: luck`,
    );
    expect(report?.sections.almost).toBe(`one\n${line}`);
  });
});

describe('any reports', () => {
  const word = fc
    .stringMatching(/^[a-z]{3,8}$/)
    .filter((w) => !/^(?:title|date|yes|maybe|notes|themes|service)/.test(w));
  const sentence = fc.array(word, { minLength: 2, maxLength: 6 }).map((words) => {
    const text = words.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  });
  const report = fc
    .record({
      title: sentence.map((text) => text.slice(0, -1)),
      almost: sentence,
      day: fc.integer({ min: 10, max: 28 }),
      rest: fc.subarray([
        ['What saved us', 'saved'],
        ['How close was it', 'close'],
        ['What could have happened', 'could'],
        ['Latent issue exposed', 'latent'],
      ] as const),
      texts: fc.array(sentence, { minLength: 4, maxLength: 4 }),
      services: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      seed: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    })
    .map(({ title, almost, day, rest, texts, services, seed }) => {
      const fields: CapturedFields = {
        title,
        occurred: `2026-11-${day}`,
        services,
        sections: {
          almost,
          ...Object.fromEntries(rest.map(([, key], i) => [key, texts[i] ?? ''])),
        },
      };
      const lines = [
        `Title: ${title}`,
        `Date: 2026-11-${day}`,
        `Services: ${services.join(', ')}`,
        `What almost happened: ${almost}`,
        ...rest.map(([label], i) => `${label}: ${texts[i]}`),
      ];
      const order = lines.map((line, i) => [seed[i] ?? 0, line] as const);
      return { fields, lines: order.sort((a, b) => a[0] - b[0]).map(([, line]) => line) };
    });
  const anyOf = <T>(from: Record<string, T>) => fc.constantFrom(...Object.values(from));

  it('come back as they were told, however their disguises are put together', () => {
    fc.assert(
      fc.property(
        fc.array(report, { minLength: 1, maxLength: 5 }),
        anyOf(MARKS),
        anyOf(LISTS),
        anyOf(FRAMES),
        fc.constantFrom('a rule', 'a rule and blank lines', 'a line of equal signs', 'numbers'),
        (reports, mark, list, frame, between) => {
          const texts = reports.map(({ lines }) =>
            frame(lines.map((line, i) => list(mark(line, i), i))),
          );
          const read = readReports(BETWEEN[between]?.(texts) ?? '');
          expect(read).toEqual(reports.map(({ fields }) => fields));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each<[string, Sized]>([
    ['the same label', (n) => 'What almost happened: a\n'.repeat(2_500 * n)],
    ['a label that is no report', (n) => `Title: a\n${'What saved us: a\n'.repeat(2_500 * n)}`],
    ['rules', (n) => `Title: a\n${'---\n'.repeat(6_250 * n)}Title: b`],
    ['names', (n) => `${'Sam  14:02\n'.repeat(2_500 * n)}Title: a\nWhat saved us: b`],
    ['table rows', (n) => '| Title | a |\n'.repeat(2_500 * n)],
    ['long lines', (n) => `Title: a\n${'Sam '.repeat(6_250 * n)}\n[${'1'.repeat(25_000 * n)}`],
  ])('take linear time: %s', (_name, text) => {
    expect(growth((n) => readReports(text(n)))).toBeLessThan(LINEAR);
  });
});
