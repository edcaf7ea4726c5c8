// Proves that a table is read whatever its delimiter, line ends and quotes, that each row knows its
// line, that columns find their place, and that a bad row costs no good one.

import { matchColumns, targetOf, withTarget } from '@core/import/columns';
import { looksLikeTable, readTable, type Table, writeTable } from '@core/import/csv';
import { MAX_ROWS } from '@core/import/limits';
import { readRows } from '@core/import/rows';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CASES } from '../../fixtures/cases';
import { expectedFields } from '../capture/disguises';
import { growth, LINEAR, type Sized } from '../record/runs';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[], delimiter = ',', eol = '\n') =>
  rows.map((row) => row.map(quoted).join(delimiter)).join(eol);
const tableOf = (text: string): Table => {
  const table = readTable(text);
  if (!table) throw new Error(`No table: ${text}`);
  return table;
};
const cells = (text: string) => {
  const { columns, rows } = tableOf(text);
  return [columns, ...rows.map((row) => row.cells)];
};
const read = (text: string) => {
  const table = tableOf(text);
  return readRows(table, matchColumns(table.columns));
};
const fieldsOf = (text: string) => read(text).good.map(({ fields }) => fields);
const reasons = (text: string) =>
  read(text).bad.map(({ row, reason }) => `line ${row.line}: ${reason}`);

describe('a table', () => {
  const rows = [
    ['Title', 'What almost happened', 'Date'],
    ['A disk', 'It filled up, nearly; "94 %"', '2026-11-20'],
    ['A pool', 'one\n\ntwo\tthree', ''],
  ];

  test.each([
    ['commas', csv(rows)],
    ['semicolons', csv(rows, ';')],
    ['tabs', csv(rows, '\t')],
    ['CRLF', csv(rows, ',', '\r\n')],
    ['CR', csv(rows, ',', '\r')],
    ['a byte-order mark', `\uFEFF${csv(rows)}`],
    ['a final newline', `${csv(rows)}\n`],
    ['blank lines', `\n\n${csv(rows, ',', '\n\n')}\n\n`],
    ['the line in which Excel names the delimiter', `sep=;\n${csv(rows, ';')}`],
  ])('with %s', (_name, text) => {
    expect(cells(text)).toEqual(rows);
  });

  it('is told by its columns, not by the commas in its prose', () => {
    expect(cells('Titel;Notes\na, b, c, d;e, f')).toEqual([
      ['Titel', 'Notes'],
      ['a, b, c, d', 'e, f'],
    ]);
    expect(cells('Title;What happened, in short, or long, or so\na;b')[0]).toHaveLength(2);
  });

  it('knows the line each row begins at, also below cells of several lines', () => {
    const text = `sep=,\nTitle,Notes\na,"1\n2\n3"\n\nb,c\n"d\ne",f\ng,h`;
    expect(tableOf(text).rows.map(({ line }) => line)).toEqual([3, 7, 8, 10]);
  });

  it('is none without two columns and a row', () => {
    for (const text of ['', 'Title', 'Title,Date', 'one line\nanother line']) {
      expect(readTable(text)).toBeNull();
    }
  });

  it('is recognised in a paste by the names of its columns', () => {
    expect(looksLikeTable('Title\tDate\tNotes\na\tb\tc')).toBe(true);
    expect(looksLikeTable('what SAVED us , date\nx,y')).toBe(true);
    for (const text of [
      'Hello, world\nhow are you',
      'Title: a, b\nDate: c',
      'Date,Reporter\na,b',
    ]) {
      expect(looksLikeTable(text)).toBe(false);
    }
    for (const { lines } of CASES) expect(looksLikeTable(lines.join('\n'))).toBe(false);
  });

  it('comes back as it was, whatever its cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', "'", '=', '-', '+', '@', 'é'),
      maxLength: 8,
    });
    const column = fc.constantFrom('Title', 'Notes', 'Date', 'x', 'What saved us');
    const any = fc
      .tuple(
        fc.array(column, { minLength: 2, maxLength: 4 }),
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(',', ';', '\t'),
      )
      .filter(([, body]) => body.every((row) => !row.some((text) => /^'[=+\-@]/.test(text))));
    fc.assert(
      fc.property(any, ([head, body, delimiter]) => {
        const full = body.map((row) => ['a', ...row.slice(1, head.length)]);
        const text = csv([head, ...full], delimiter);
        const table = readTable(text);
        expect(table && [table.columns, ...table.rows.map((row) => row.cells)]).toEqual([
          head,
          ...full,
        ]);
        if (!table) return;
        expect(readTable(writeTable(table, table.rows))?.rows.map((row) => row.cells)).toEqual(
          full,
        );
      }),
    );
  });

  it('writes nothing that a spreadsheet would run', () => {
    const table = tableOf('Title,Notes\n"=HYPERLINK(""http://x"")",-1\n@x,+2');
    expect(writeTable(table, table.rows)).toBe(
      `Title,Notes\n"'=HYPERLINK(""http://x"")","'-1"\n"'@x","'+2"`,
    );
  });

  it('is read as far as it may go', () => {
    const text = `Title,Date\n${'a,2026-01-02\n'.repeat(MAX_ROWS + 5)}`;
    const table = tableOf(text);
    expect([table.rows.length, table.more]).toEqual([MAX_ROWS, true]);
    expect(tableOf(`Title,Date\n${'a,\n'.repeat(MAX_ROWS)}`).more).toBe(false);
  });

  test.each<[string, Sized]>([
    ['quotes', (n) => `Title,Date\n${'"'.repeat(125_000 * n)}`],
    ['quotes that never close', (n) => `Title,Date\n${'a,"\n'.repeat(37_500 * n)}`],
    ['cells', (n) => `Title,Date\n${','.repeat(125_000 * n)}`],
    ['a first line without end', (n) => 'a,'.repeat(125_000 * n)],
    [
      '5 MB of rows',
      (n) => `Title,Date\n${`${'word '.repeat(50)},2026-01-02\n`.repeat(2_500 * n)}`,
    ],
  ])('takes linear time: %s', (_name, text) => {
    const looksLike = growth((n) => looksLikeTable(text(n)));
    expect(looksLike).toBeLessThan(LINEAR);
    expect(growth((n) => readTable(text(n)))).toBeLessThan(LINEAR);
  });
});

describe('columns', () => {
  test.each([
    ['Title', 'title'],
    ['  what almost HAPPENED ? ', 'almost'],
    ['What-saved-us', 'saved'],
    ['how_close_was_it', 'close'],
    ['Customer\u2011impacting', 'customers'],
    ['Reported by', 'reporter'],
    ['TAGS', 'themes'],
    ['Jira key', null],
    ['', null],
  ])('%j is %s', (name, target) => {
    expect(targetOf(name)).toBe(target);
  });

  it('that are not known become notes that say their name', () => {
    expect(matchColumns(['Title', 'Jira key', ''])).toEqual(['title', 'named note', 'notes']);
    expect(fieldsOf('Title,Jira key,Notes\na,OPS-1,b')).toEqual([
      { title: 'a', sections: { notes: 'Jira key: OPS-1\n\nb' } },
    ]);
  });

  it('of the same name are all kept', () => {
    expect(matchColumns(['Title', 'Summary', 'Notes', 'Comments'])).toEqual([
      'title',
      'named note',
      'notes',
      'notes',
    ]);
  });

  it('change places where a near miss has only one', () => {
    const targets = matchColumns(['Title', 'Jira key', 'Notes']);
    expect(withTarget(targets, 1, 'title')).toEqual(['named note', 'title', 'notes']);
    expect(withTarget(targets, 1, 'notes')).toEqual(['title', 'notes', 'notes']);
    expect(withTarget(targets, 0, 'nowhere')).toEqual(['nowhere', 'named note', 'notes']);
  });
});

describe('rows', () => {
  it('say the same as the template', () => {
    const labels = [
      ...new Set(CASES.flatMap(({ lines }) => lines.map((l) => l.split(': ')[0] ?? ''))),
    ];
    const rows = CASES.map(({ lines }) =>
      labels.map(
        (label) => lines.find((l) => l.startsWith(`${label}: `))?.slice(label.length + 2) ?? '',
      ),
    );
    for (const delimiter of [',', ';', '\t']) {
      expect(fieldsOf(csv([labels, ...rows], delimiter))).toEqual(
        CASES.map(({ lines }) => expectedFields(lines)),
      );
    }
  });

  test.each([
    ['2026-11-20', '2026-11-20'],
    ['20 November 2026', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['4/4/2026', '2026-04-04'],
  ])('the date %s', (written, occurred) => {
    expect(fieldsOf(`Title,Date\na,"${written}"`)[0]?.occurred).toBe(occurred);
  });

  it('read their dates as one of their column says they are written', () => {
    const dates = (...written: string[]) =>
      fieldsOf(`Title;Date\n${written.map((date) => `a;${date}`).join('\n')}`).map(
        (f) => f.occurred,
      );
    expect(dates('3/4/2026', '20/11/2026 14:02')).toEqual(['2026-04-03', '2026-11-20']);
    expect(dates('3/4/2026', '11/20/2026')).toEqual(['2026-03-04', '2026-11-20']);
    expect(dates('3.4.2026', '20.11.2026')).toEqual(['2026-04-03', '2026-11-20']);
    expect(dates('3/4/2026')).toEqual([]);
    expect(dates('3/4/2026', '20/11/2026', '11/20/2026')).toEqual([]);
  });

  it('that are bad say why, by line, and cost no good one', () => {
    const text = [
      'Title,Date,What almost happened,Notes',
      'good,2026-01-02,a,',
      ',,,only a note',
      'b,31/02/2026,,',
      `${'x'.repeat(301)},,,`,
      'c,,,,,too many',
      `d,,${'y'.repeat(100_001)},`,
      'e,,caf\uFFFD,',
      'f,"2026"-01-02,,',
      'also good,,,',
      'g,,"never closed',
      'h,,,',
    ].join('\n');
    expect(fieldsOf(text).map(({ title }) => title)).toEqual(['good', 'also good', 'h']);
    expect(reasons(text)).toEqual([
      'line 3: it says neither a title nor what happened',
      'line 4: “31/02/2026” is no date that can be read in one way only',
      'line 5: its title has 301 characters, and 300 are the most',
      'line 6: it has 6 cells, and the first line names 4 columns',
      'line 7: a text in it has more than 100,000 characters',
      'line 8: it holds characters that are not UTF-8 text',
      'line 9: a quotation mark stands where a cell has neither begun nor ended',
      'line 11: a quotation mark is opened in it and never closed',
    ]);
  });

  it('that are broken one after the other end the reading at last', () => {
    const text = `Title,Date\n${'a,"2026"-01-02\n'.repeat(60)}b,\n`;
    expect(fieldsOf(text)).toEqual([]);
    expect(reasons(text)).toHaveLength(51);
    expect(reasons(text).at(-1)).toMatch(/^line 52: .*, and nothing below it was read$/);
  });

  it('keep what was told in confidence without a name', () => {
    expect(fieldsOf('Title,Reported by\na,in confidence')).toEqual([
      { title: 'a', confidential: true, sections: {} },
    ]);
  });

  it('keep formulas as the text they are', () => {
    expect(fieldsOf(`Title,Notes\n=1+1,'=2+2`)).toEqual([
      { title: '=1+1', sections: { notes: '=2+2' } },
    ]);
  });
});
