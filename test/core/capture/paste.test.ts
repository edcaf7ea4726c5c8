// Proves that a near miss told in the capture template arrives in its fields however it is
// decorated, that nothing pasted is lost, and that other text is left alone.

import { readTemplate } from '@core/capture/paste';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CASES } from '../../fixtures/cases';
import { growth, LINEAR, type Sized } from '../record/runs';
import { DISGUISES, expectedFields } from './disguises';

describe.each(Object.entries(DISGUISES))('the template, %s', (_name, disguise) => {
  test.each(CASES)('$name', ({ lines }) => {
    expect(readTemplate(disguise(lines))).toEqual(expectedFields(lines));
  });
});

describe('values', () => {
  const sections = (text: string) => readTemplate(text)?.sections;

  it('run over lines and paragraphs to the next label', () => {
    const text = 'What saved us: one\ntwo\n\n- three\n- four\n\nHow close was it: near';
    expect(sections(text)).toEqual({ saved: 'one\ntwo\n\n- three\n- four', close: 'near' });
    expect(sections('> **What saved us**\n> one\n>\n> > two\n\nafter')).toEqual({
      saved: 'one\n\n> two\n\nafter',
    });
    expect(sections('- What saved us:\n  - one\n    - two')).toEqual({ saved: '- one\n  - two' });
  });

  it('answer a question on its line, below it, or below its underline', () => {
    expect(sections('What saved us? Luck.')).toEqual({ saved: 'Luck.' });
    expect(sections('What saved us\nLuck.')).toEqual({ saved: 'Luck.' });
    expect(sections('What saved us\n-------------\nLuck.')).toEqual({ saved: 'Luck.' });
    expect(sections('**What saved us: luck** and more')).toEqual({ saved: '**luck** and more' });
    expect(sections('**What saved us: luck**')).toEqual({ saved: 'luck' });
  });

  it("may use the format's own headings, and its page", () => {
    const page =
      '# It nearly fell\n\n## How close it was\n\nNear.\n\n## What could have happened\n\nHarm.\n\n' +
      '## Would customers have felt it\n\nMaybe: a few\n\n## Notes\n\nNothing.\n';
    expect(readTemplate(page)).toEqual({
      title: 'It nearly fell',
      customerImpact: 'maybe',
      sections: { close: 'Near.', could: 'Harm.', customers: 'A few.', notes: 'Nothing.' },
    });
  });

  test.each([
    ['yes, every checkout', 'yes', 'Every checkout.'],
    ['Yes.', 'yes', undefined],
    ['no', 'no', undefined],
    ['NO – only us', 'no', 'Only us.'],
    ['**Maybe**, if search is down', 'maybe', 'If search is down.'],
    ['yes every checkout', 'yes', 'Yes every checkout.'],
    ['yes, a few\n\nmore of them', 'yes', 'A few\n\nmore of them'],
    ['no one would have noticed', undefined, 'no one would have noticed'],
    ['yes or no, who knows', undefined, 'yes or no, who knows'],
    ['yes / no / maybe', undefined, 'yes / no / maybe'],
    ['probably', undefined, 'probably'],
    ['nobody', undefined, 'nobody'],
  ])('customer impact “%s”', (value, impact, text) => {
    const fields = readTemplate(`Would it have been customer-impacting: ${value}`);
    expect(fields?.customerImpact).toBe(impact);
    expect(fields?.sections.customers).toBe(text);
  });

  test.each([
    ['2026-11-20', '2026-11-20', undefined],
    ['2026-11-20T14:02:00Z', '2026-11-20T14:02:00Z', undefined],
    ['20 November 2026', '2026-11-20', undefined],
    ['1st of Sept 2026', '2026-09-01', undefined],
    ['Nov 20, 2026', '2026-11-20', undefined],
    ['may 3 2026', '2026-05-03', undefined],
    ['2026-11-20, about noon', '2026-11-20', 'Date: 2026-11-20, about noon'],
    ['2026-11-20 about noon', '2026-11-20', 'Date: 2026-11-20 about noon'],
    ['20/11/2026', undefined, 'Date: 20/11/2026'],
    ['31 February 2026', undefined, 'Date: 31 February 2026'],
    ['2026-13-01', undefined, 'Date: 2026-13-01'],
    ['last Friday', undefined, 'Date: last Friday'],
  ])('date “%s”', (value, occurred, notes) => {
    const fields = readTemplate(`Date: ${value}`);
    expect(fields?.occurred).toBe(occurred);
    expect(fields?.sections.notes).toBe(notes);
  });

  it('list services on a line, over lines, in brackets or as bullets', () => {
    const services = (text: string) => readTemplate(text)?.services;
    expect(services('Services: a, b;c')).toEqual(['a', 'b', 'c']);
    expect(services('Service: `a`, [b]')).toEqual(['a', 'b']);
    expect(services('Services:\n\n- a\n- b, c\n\n* d')).toEqual(['a', 'b', 'c', 'd']);
    expect(services('Services: a\n\nProse.')).toEqual(['a']);
    expect(services('Services:\nThemes: x')).toBeUndefined();
  });

  it('never keeps the name of who spoke in confidence', () => {
    for (const value of ['in confidence', 'Sam, in confidence', 'Anonymous', '*confidential*']) {
      const fields = readTemplate(`Reported by: ${value}\nTitle: x`);
      expect(fields).toEqual({ confidential: true, title: 'x', sections: {} });
    }
  });

  it('never keeps the name of who spoke in confidence, even when it comes in two lines', () => {
    const lines = ['Reported by: Sam', 'Reported by: in confidence'];
    for (const text of [lines.join('\n'), lines.toReversed().join('\n')]) {
      expect(readTemplate(text)).toEqual({ confidential: true, sections: {} });
    }
  });

  it('that come twice are all kept', () => {
    expect(readTemplate('Title: a\nTitle: b\nDate: 2026-01-02\nDate: 2026-01-03')).toEqual({
      title: 'a',
      occurred: '2026-01-02',
      sections: { notes: 'Title: b\n\nDate: 2026-01-03' },
    });
    expect(sections('What saved us: a\nWhat saved us: b')).toEqual({ saved: 'a\n\nb' });
  });
});

describe('text without a label of its own', () => {
  it('becomes what almost happened, or a note when that is told', () => {
    expect(
      readTemplate('Hi all\n\nTitle: a\n\nIt nearly fell.\nDate: 2026-01-02')?.sections,
    ).toEqual({ almost: 'Hi all\n\nIt nearly fell.' });
    expect(readTemplate('Hi all\nTitle: a\nWhat almost happened: b\nNotes: c')?.sections).toEqual({
      almost: 'b',
      notes: 'c\n\nHi all',
    });
  });

  test.each([
    '',
    '\n',
    'The disk was full',
    'Hello\nWhat saved us: luck',
    'Note the date: it was late',
    'Title',
    'Notes\nof mine',
    'Services were slow and themes: none',
    'Titles: many\nDates: more',
  ])('alone is not a template: %j', (text) => {
    expect(readTemplate(text)).toBeNull();
  });
});

describe('any text', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const label = fc.constantFrom(
    'Title:',
    '**Services:**',
    '- Themes:',
    '> What saved us?',
    '## Notes',
    'how close was it:',
    'What almost happened:',
    'Date:',
    'Reported by:',
    '1. *Latent issue exposed*:',
    '* **Title**:',
    'Would customers have felt it: yes,',
    'Would it have been customer-impacting:',
  );
  const line = fc.oneof(
    fc
      .array(
        fc.oneof(
          word,
          fc.constantFrom('yes', 'no,', '-', '>', '#', '**', '`a`', '2026-01-02', '[x]'),
        ),
        { maxLength: 6 },
      )
      .map((w) => w.join(' ')),
    label,
    fc.tuple(label, word, word).map((parts) => parts.join(' ')),
  );

  it('is kept to the last word', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, eol) => {
          const text = lines.join(eol);
          const fields = readTemplate(text);
          if (!fields) return;
          const output = JSON.stringify(fields).toLowerCase();
          const labels =
            /what almost happened|what saved us|how close was it|latent issue exposed|would customers have felt it|would it have been customer-impacting|reported by|services|themes|title|date|notes|1\. \*|\byes\b|\bno\b/g;
          for (const w of text
            .toLowerCase()
            .replace(labels, ' ')
            .match(/[a-z0-9-]*[a-z0-9]/g) ?? []) {
            expect(output).toContain(w);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        readTemplate(text);
        readTemplate(
          `Title: ${text}\nDate: ${text}\nServices: ${text}\nWould customers have felt it: ${text}`,
        );
      }),
    );
  });

  test.each<[string, Sized]>([
    ['stars', (n) => '*'.repeat(25_000 * n)],
    ['marks', (n) => '- > # '.repeat(5_000 * n)],
    ['spaces', (n) => `Title:${' '.repeat(37_500 * n)}x`],
    ['blank lines', (n) => `Title:${'\n'.repeat(37_500 * n)}x`],
    ['labels', (n) => 'Title: a\n'.repeat(3_750 * n)],
    ['brackets', (n) => `Services: ${'['.repeat(25_000 * n)}`],
    ['commas', (n) => `Services: ${'a,'.repeat(12_500 * n)}`],
    ['emphasis', (n) => `Title: ${'*a'.repeat(12_500 * n)}`],
    ['quotes', (n) => `${'> '.repeat(6_250 * n)}What saved us: x\n${'> '.repeat(6_250 * n)}y`],
    ['spaces in lines', (n) => `What saved us:\n${`${' '.repeat(100)}\n`.repeat(375 * n)}x`],
  ])('takes linear time: %s', (_name, text) => {
    expect(growth((n) => readTemplate(text(n)))).toBeLessThan(LINEAR);
  });
});
