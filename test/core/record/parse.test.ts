// Proves that records are read as written: every sample, the format's own example, what people and
// other tools write, and what the format does not know.

import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { DESIGN_RECORD, SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { record } from './records';

const withYaml = (yaml: string) => `---\nclose-call: 1\n${yaml}\n---\n\n# Title\n`;

describe('a record', () => {
  test.each(SAMPLE_RECORDS)('$path is read without a problem', ({ text }) => {
    const { problems, extras, unknownKeys, fields, sections } = record(text);
    expect({ problems, extras, unknownKeys }).toEqual({
      problems: [],
      extras: [],
      unknownKeys: [],
    });
    expect(fields.id).toMatch(/^[0-9A-Z]{26}$/);
    expect(fields.occurred).toMatch(/^\d{4}-\d\d-\d\d(T|$)/);
    expect(sections.almost).not.toBe('');
  });

  it('has 24 samples', () => {
    expect(SAMPLE_RECORDS).toHaveLength(24);
  });

  it('is read as the format describes it', () => {
    const { fields, problems, sections, version } = record(DESIGN_RECORD);
    expect({ version, problems }).toEqual({ version: 1, problems: [] });
    expect(fields).toEqual({
      id: '01JD6Z3V5T9QW8E7R6Y5T4U3I2',
      title: 'Orders disk hit 94 % before a cleanup job happened to run',
      status: 'captured',
      occurred: '2026-11-20',
      reported: '2026-11-21',
      reporter: 'Sam',
      foundIn: 'production',
      kind: 'resource',
      services: ['orders-db'],
      themes: ['disk-capacity'],
      customerImpact: 'yes',
      trigger: 'Write volume doubled after the migration',
      harm: 'Checkout down in the evening peak',
      barriers: [
        {
          name: 'Alert at 90 %',
          state: 'failed',
          kind: 'alert',
          byDesign: null,
          known: null,
          note: 'muted since the migration',
        },
        {
          name: 'Nightly cleanup job',
          state: 'stopped',
          kind: 'timing',
          byDesign: 'no',
          known: null,
          note: '',
        },
        {
          name: 'Read-only fallback',
          state: 'untested',
          kind: null,
          byDesign: null,
          known: 'assumed',
          note: '',
        },
      ],
      triage: {
        severity: 'severe',
        recurrence: 'likely',
        decision: 'investigate',
        reason: '',
        review: '',
      },
      actions: [
        {
          id: 'a1',
          what: 'Page at 80 %, and page again when an alert stays muted for a day',
          kind: 'detect',
          owner: 'Ana',
          due: '2026-12-05',
          effort: 'small',
          done: '',
        },
      ],
      incidents: [],
      session: { held: '2026-11-21', minutes: 24, facilitator: 'Ana', people: 5 },
    });
    expect(Object.values(sections)).toEqual(Array(7).fill(''));
  });

  it('keeps what it does not know', () => {
    const text = withYaml('team: { name: x }\nlist:\n  - a # why\n  - b\n"quoted": &a 010').replace(
      '# Title\n',
      'Before\n\n# Title\n\nIntro\n\n## Timeline\n\nThen.\n\n## Notes\n\nOne\n\n## Notes\n\nTwo\n',
    );
    const { unknownKeys, extras, sections } = record(text);
    expect(unknownKeys).toEqual([
      { key: 'team', source: '{ name: x }' },
      { key: 'list', source: '  - a # why\n  - b' },
      { key: 'quoted', source: '&a 010' },
    ]);
    expect(extras).toEqual([
      { heading: '', text: 'Before\n\n\nIntro' },
      { heading: 'Timeline', text: 'Then.' },
      { heading: 'Notes', text: 'Two' },
    ]);
    expect(sections.notes).toBe('One');
  });

  it('never turns words into something else', () => {
    const { fields } = record(
      withYaml(
        'title: 1.10\nreporter: no\nharm: 010\noccurred: 2026-11-20\nservices: [1e3, ~, null]',
      ),
    );
    expect(fields).toMatchObject({
      title: '1.10',
      reporter: 'no',
      harm: '010',
      occurred: '2026-11-20',
      services: ['1e3', '~', 'null'],
    });
  });

  it('understands what people and other tools write', () => {
    const { fields, problems } = record(
      withYaml(
        'status: Learned\nservices: gateway\nthemes:\nincidents:\n  -\n  - INC-1\ncustomer-impact: true\n' +
          'barriers:\n  - name: x\n    by-design: false\n    state: STOPPED\n  -\nactions:\ntriage:\nsession: {}',
      ),
    );
    expect(problems).toEqual([]);
    expect(fields).toMatchObject({
      status: 'learned',
      services: ['gateway'],
      themes: [],
      incidents: ['INC-1'],
      customerImpact: 'yes',
      actions: [],
    });
    expect(fields.barriers.map((b) => [b.name, b.byDesign, b.state])).toEqual([
      ['x', 'no', 'stopped'],
      ['', null, null],
    ]);
  });

  it('takes its title from the page when the front matter has none', () => {
    expect(record('---\nclose-call: 1\n---\n# A page #\n').fields.title).toBe('A page');
    expect(record('---\nclose-call: 1\n---\n```\n# no\n```\n# Yes \\#\n').fields.title).toBe(
      'Yes #',
    );
    expect(record('---\nclose-call: 1\n---\n## Notes\n\n# No\n').fields.title).toBe('');
  });

  it('says which words it could not use, and where', () => {
    const text = withYaml(
      'status: done\ntriage:\n  severity: huge\nbarriers:\n  - name: a\n    state: fell\nsession:\n  minutes: many',
    );
    const { problems, fields } = record(text);
    expect(problems.map(({ line }) => line)).toEqual([8, 5, 10, 3]);
    expect(problems[3]?.message).toBe(
      '“done” is not a word for status. Expected: captured, triaged, investigating, logged, learned.',
    );
    expect([fields.status, fields.triage.severity, fields.session.minutes]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('says where an alias stands that brings such a word', () => {
    const text = withYaml('x: &t { severity: huge }\nharm: a\ntriage: *t');
    expect(record(text).problems).toEqual([
      { line: 5, message: expect.stringContaining('“huge” is not a word for triage severity') },
    ]);
  });

  it('of a newer version is read-only, and still read', () => {
    const parsed = parseRecord('---\nclose-call: 2\ntitle: From the future\n---\n');
    expect(parsed).toMatchObject({ kind: 'record', readOnly: true });
    expect(record('---\nclose-call: 2\ntitle: From the future\n---\n').fields.title).toBe(
      'From the future',
    );
    expect(parseRecord('---\nclose-call: 1\n---\n')).toMatchObject({ readOnly: false });
  });

  it.each(['\n', '\r\n'])('is the same with line ends %j and a byte-order mark', (eol) => {
    const text = DESIGN_RECORD.replace(/\n/g, eol);
    const same = { ...record(DESIGN_RECORD), lineEnd: eol };
    expect(record(text)).toEqual(same);
    expect(record(`\uFEFF${text}`)).toEqual(same);
  });

  it('may end its front matter with dots, and nothing else may', () => {
    expect(record('---\nclose-call: 1\n...\n# a').fields.title).toBe('a');
    expect(record('---\nclose-call: 1\ntitle: "a\u2028---\u2028b"\n---').fields.title).toHaveLength(
      7,
    );
    expect(record('---\nclose-call: 1\ntitle: "a\u2028---\n  b"\n---').fields.title).toBe(
      'a\u2028--- b',
    );
    expect(record('--- \nclose-call: 1\n---\t').version).toBe(1);
  });
});

describe('another file', () => {
  test.each([
    '',
    '\uFEFF',
    '# Page\n',
    '---\n---\n',
    '---\n\n---\ntext',
    '---\ntitle: Page\n---\n',
    '---\n- a\n- b\n---\n',
    '---\ntext\n---\n',
    '---\ntitle: never closed\n',
    '+++\nclose-call = 1\n+++\n',
    ' ---\nclose-call: 1\n---\n',
    '---\nmeta:\n  close-call: 1\n---\n',
    '----\nclose-call: 1\n----\n',
  ])('is none of ours: %j', (text) => {
    expect(parseRecord(text)).toEqual({ kind: 'other' });
  });
});

test('new lines get the more frequent line end of the file', () => {
  const text = '---\nclose-call: 1\n---\n';
  const lineEnd = (source: string) => {
    const parsed = parseRecord(source);
    return parsed.kind === 'record' ? parsed.record.lineEnd : null;
  };
  expect(lineEnd(text)).toBe('\n');
  expect(lineEnd(text.replaceAll('\n', '\r\n'))).toBe('\r\n');
  expect(lineEnd(`${text.replaceAll('\n', '\r\n')}one\n`)).toBe('\r\n');
});
