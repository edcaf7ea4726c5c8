// Proves what becomes of files and pastes: a record keeps its bytes, another page keeps its text,
// what cannot be taken is named with the reason.

import { type ImportEntry, itemOf, newSource, readEntries } from '@core/import/entries';
import { MAX_SIZE } from '@core/import/limits';
import { readPage } from '@core/import/markdown-file';
import { kindOfFile, readAnyPaste, readFileText, readPaste } from '@core/import/source';
import { createRecordText } from '@core/record/create';
import { describe, expect, it, test } from 'vitest';
import { CASES } from '../../fixtures/cases';
import { expectedFields } from '../capture/disguises';

const RECORD = createRecordText({ id: '01JD6Z3V5T9QW8E7R6Y5T4U3I2', title: 'A disk' }, {});
const page = (text: string, name = 'note.md') => {
  const content = readPage(name, text);
  return content.kind === 'reports' ? content.reports : content;
};

describe('a Markdown file', () => {
  test.each([RECORD, `\uFEFF${RECORD}`, RECORD.replaceAll('\n', '\r\n'), `${RECORD}## Mine\n\tx`])(
    'that is a record keeps its bytes',
    (text) => {
      expect(readPage('x.md', text)).toMatchObject({ kind: 'record', text, title: 'A disk' });
    },
  );

  it('that is a broken record is refused with its reason and line', () => {
    expect(readPage('x.md', '---\nclose-call: 1\ntitle: [\n---\n')).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(/^[a-z].* \(line \d+\)$/),
    });
    expect(readPage('x.md', ' \n')).toEqual({ kind: 'refused', reason: 'it is empty' });
  });

  it('that is some other page keeps its text under what almost happened', () => {
    expect(page('# It fell\n\nNearly.\n\n## When\n\n- at *noon*\n')).toEqual([
      { title: 'It fell', sections: { almost: 'Nearly.\n\n## When\n\n- at *noon*' } },
    ]);
    expect(page('Intro.\n\n# It fell\n\nNearly.\n')).toEqual([
      { title: 'It fell', sections: { almost: 'Intro.\n\n\nNearly.' } },
    ]);
    expect(page('Only words.', 'my note.md')).toEqual([
      { title: 'my note', sections: { almost: 'Only words.' } },
    ]);
  });

  it('keeps front matter that is not ours, and takes its title and date', () => {
    const text = '---\ntitle: "It fell"\ndate: 2026-11-20\ntags: [a]\n---\n\nNearly.\n';
    expect(page(text)).toEqual([
      {
        title: 'It fell',
        occurred: '2026-11-20',
        sections: {
          almost: 'Nearly.',
          notes: '````yaml\ntitle: "It fell"\ndate: 2026-11-20\ntags: [a]\n````',
        },
      },
    ]);
  });

  it('in the template fills the same fields as a paste', () => {
    for (const { lines } of CASES) {
      expect(page(lines.join('\n'))).toEqual([expectedFields(lines)]);
    }
    expect(page(CASES.map(({ lines }) => lines.join('\n')).join('\n\n'))).toHaveLength(14);
  });
});

describe('a file', () => {
  test.each([
    ['a.md', 'page'],
    ['A.MARKDOWN', 'page'],
    ['a.txt', 'page'],
    ['a.csv', 'table'],
    ['a.tsv', 'table'],
    ['a.png', null],
    ['md', null],
  ])('%s is %s', (name, kind) => {
    expect(kindOfFile(name)).toBe(kind);
  });

  it('of text is a table where its first line says so', () => {
    expect(readFileText('a.txt', 'Title,Date\na,2026-01-02').kind).toBe('table');
    expect(readFileText('a.md', 'Title,Date\na,2026-01-02').kind).toBe('reports');
    expect(readFileText('a.csv', 'no table')).toMatchObject({ kind: 'refused' });
  });
});

describe('a paste', () => {
  const one = CASES[0]?.lines.join('\n') ?? '';
  const two = CASES.slice(0, 2)
    .map(({ lines }) => lines.join('\n'))
    .join('\n\n');

  it('is offered as several only when it is', () => {
    expect(readPaste(one)).toBeNull();
    expect(readPaste('The disk was full')).toBeNull();
    expect(readPaste(two)).toMatchObject({ kind: 'reports', reports: { length: 2 } });
    expect(readPaste('Title,Date\na,b')).toMatchObject({ kind: 'table' });
  });

  it('is at least one near miss where it is asked for', () => {
    expect(readAnyPaste(one)).toMatchObject({ kind: 'reports', reports: { length: 1 } });
    expect(readAnyPaste('x'.repeat(MAX_SIZE + 1))).toMatchObject({ kind: 'refused' });
    expect(readPaste('x'.repeat(MAX_SIZE + 1))).toBeNull();
  });
});

describe('entries', () => {
  const entriesOf = (name: string, text: string) =>
    readEntries(newSource(1, name, readFileText(name, text)));
  const items = (entries: ImportEntry[]) => entries.map(itemOf);

  it('say where they come from, and what would be written', () => {
    const { entries, problems } = entriesOf('a.csv', 'Title,Date\na,2026-01-02\n,\nb,soon\nc,');
    expect(entries.map(({ id, from }) => [id, from])).toEqual([
      ['1-2', 'line 2 of a.csv'],
      ['1-5', 'line 5 of a.csv'],
    ]);
    expect(items(entries)[0]).toMatchObject({
      kind: 'new',
      record: { fields: { title: 'a', occurred: '2026-01-02' } },
    });
    expect(problems).toMatchObject([{ from: 'line 4 of a.csv', row: { row: { line: 4 } } }]);
  });

  it('of a record file are its bytes', () => {
    expect(items(entriesOf('a.md', RECORD).entries)).toEqual([
      { kind: 'copy', title: 'A disk', text: RECORD },
    ]);
  });

  it('of a file that is cut say so', () => {
    const { entries, problems } = entriesOf('a.csv', `Title,Date\n${'a,\n'.repeat(2_500)}`);
    expect(entries).toHaveLength(2_000);
    expect(problems).toMatchObject([{ from: 'a.csv', reason: /only its first 2,000 rows/ }]);
  });

  it('that were emptied are not written', () => {
    const { entries } = entriesOf('a.csv', 'Title,Date\na,2026-01-02');
    const [entry] = entries;
    if (entry?.kind !== 'form') throw new Error('No form');
    expect(itemOf({ ...entry, form: { ...entry.form, title: ' ' } })).toBeNull();
  });
});
