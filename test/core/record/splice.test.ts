// Proves that changing one field changes the lines of that field and nothing else, whatever the
// YAML around it looks like, and that nothing a person wrote by hand is tidied up.

import { applyEdit, setFields } from '@core/record/edit';
import { FIELD_KEYS } from '@core/record/fields';
import type { Barrier, RecordFields } from '@core/record/model';
import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { DESIGN_RECORD, SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { NASTY } from './arbitrary';

function fieldsOf(text: string): RecordFields {
  const parsed = parseRecord(text);
  if (parsed.kind !== 'record') throw new Error(JSON.stringify(parsed));
  return parsed.record.fields;
}

/** The YAML of a record after an edit of a record with this YAML. */
function edited(yaml: string, fields: Partial<RecordFields>): string {
  const text = `---\nclose-call: 1\n${yaml}\n---\n`;
  const result = setFields(text, fields);
  expect(fieldsOf(result)).toEqual({ ...fieldsOf(text), ...fields });
  return result.slice('---\nclose-call: 1\n'.length, -'\n---\n'.length);
}

const barrier = (name: string, more: Partial<Barrier> = {}): Barrier => ({
  name,
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
  ...more,
});

/** Lines that differ, as [old, new]; undefined where the line counts differ. */
function lineDiff(before: string, after: string): [string, string][] | undefined {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length !== now.length) return undefined;
  return old.flatMap((line, i): [string, string][] =>
    line === now[i] ? [] : [[line, now[i] ?? '']],
  );
}

describe('what is already there', () => {
  const variants = (text: string) =>
    ['\n', '\r\n', 'mixed'].flatMap((eol) =>
      [text, text.replace(/\n+$/, ''), `${text}\n\n`].flatMap((body) => {
        let n = 0;
        const written = body.replace(
          /\n/g,
          () => (eol === 'mixed' ? ['\n', '\r\n'][n++ % 2] : eol) ?? '',
        );
        return [written, `\uFEFF${written}`];
      }),
    );

  test.each([{ path: 'the design', text: DESIGN_RECORD }, ...SAMPLE_RECORDS])(
    'is never written again: $path',
    ({ text: sample }) => {
      for (const text of variants(sample)) {
        const parsed = parseRecord(text);
        if (parsed.kind !== 'record') throw new Error(JSON.stringify(parsed));
        const { fields, sections } = parsed.record;
        expect(setFields(text, fields)).toBe(text);
        for (const [section, body] of Object.entries(sections)) {
          const edit = { kind: 'section', section, text: body } as const;
          expect(applyEdit(text, edit as Parameters<typeof applyEdit>[1])).toBe(text);
        }
      }
    },
  );
});

describe('one field', () => {
  const yaml = `# A record of ours
id:   '01JD6Z3V5T9QW8E7R6Y5T4U3I2'   # never changes
"title":  "Orders disk"
reported: '2026-11-21'     # quoted, so that it stays text
occurred: 2026-11-20
x-build: 010
x-version: 1.10
services: [ 'orders-db',   gateway ]  # flow
themes:
    - disk   # deep
    # between
    - "muted"
customer-impact: no
x-note: |
    keeps its

    lines
reporter: Sam
triage: {severity: severe, recurrence: likely, x: 010}
trigger: &trigger Write volume doubled
x-same: *trigger
harm:
    Checkout down
    in the evening
barriers:     # the ladder
-   name: Alert   # one
    state: failed
    x-runbook: 7
# about the job
-   {name: Job, state: stopped, x-own: 1.10}
session: { held: 2026-11-21, minutes: 24, x: y, facilitator: 'Ana' }
# The end`;

  test.each<[Partial<RecordFields>, [string, string][]]>([
    [{ title: 'Disk' }, [['"title":  "Orders disk"', '"title":  "Disk"']]],
    [{ title: 'a "b"' }, [['"title":  "Orders disk"', '"title":  a "b"']]],
    [
      { reported: '2026-11-22' },
      [
        [
          "reported: '2026-11-21'     # quoted, so that it stays text",
          "reported: '2026-11-22'     # quoted, so that it stays text",
        ],
      ],
    ],
    [{ occurred: '2026-11-19' }, [['occurred: 2026-11-20', 'occurred: 2026-11-19']]],
    [{ customerImpact: 'yes' }, [['customer-impact: no', 'customer-impact: yes']]],
    [{ reporter: 'no' }, [['reporter: Sam', 'reporter: no']]],
    [
      { services: ['orders-db', 'gateway', 'a, b'] },
      [
        [
          "services: [ 'orders-db',   gateway ]  # flow",
          `services: [ 'orders-db',   gateway, "a, b" ]  # flow`,
        ],
      ],
    ],
    [
      { services: ['gateway'] },
      [["services: [ 'orders-db',   gateway ]  # flow", 'services: [ gateway ]  # flow']],
    ],
    [{ themes: ['disk', 'full'] }, [['    - "muted"', '    - "full"']]],
    [
      {
        triage: {
          severity: 'minor',
          recurrence: 'likely',
          decision: null,
          reason: '',
          review: '',
        },
      },
      [
        [
          'triage: {severity: severe, recurrence: likely, x: 010}',
          'triage: {severity: minor, recurrence: likely, x: 010}',
        ],
      ],
    ],
    [
      { session: { held: '2026-11-21', minutes: 25, facilitator: 'Ana', people: null } },
      [
        [
          "session: { held: 2026-11-21, minutes: 24, x: y, facilitator: 'Ana' }",
          "session: { held: 2026-11-21, minutes: 25, x: y, facilitator: 'Ana' }",
        ],
      ],
    ],
    [
      { session: { held: '2026-11-21', minutes: 24, facilitator: 'Ana, Lee', people: 5 } },
      [
        [
          "session: { held: 2026-11-21, minutes: 24, x: y, facilitator: 'Ana' }",
          'session: { held: 2026-11-21, minutes: 24, x: y, facilitator: "Ana, Lee", people: 5 }',
        ],
      ],
    ],
    [
      { session: { held: '', minutes: null, facilitator: 'Ana', people: null } },
      [
        [
          "session: { held: 2026-11-21, minutes: 24, x: y, facilitator: 'Ana' }",
          "session: { x: y, facilitator: 'Ana' }",
        ],
      ],
    ],
    [
      { barriers: [barrier('Alert', { state: 'untested' }), barrier('Job', { state: 'stopped' })] },
      [['    state: failed', '    state: untested']],
    ],
    [
      { barriers: [barrier('Alert', { state: 'failed' }), barrier('Job', { state: 'failed' })] },
      [
        [
          '-   {name: Job, state: stopped, x-own: 1.10}',
          '-   {name: Job, state: failed, x-own: 1.10}',
        ],
      ],
    ],
    [
      { barriers: [barrier('Alarm', { state: 'failed' }), barrier('Job', { state: 'stopped' })] },
      [['-   name: Alert   # one', '-   name: Alarm   # one']],
    ],
  ])('%j', (fields, diff) => {
    expect(lineDiff(yaml, edited(yaml, fields))).toEqual(diff);
  });

  it('that is a list keeps its words as they were written, in whatever order', () => {
    const words = `themes: ['a',  "b", c]\nservices:\n- 'a' # 1\n-  b # 2`;
    expect(edited(words, { themes: ['c', 'a', 'b'], services: ['b', 'a'] })).toBe(
      `themes: [c, 'a',  "b"]\nservices:\n-  b # 2\n- 'a' # 1`,
    );
    expect(edited(words, { themes: ['b', 'd', 'c'], services: ['x', 'b'] })).toBe(
      `themes: ["b", d, c]\nservices:\n- 'x' # 1\n-  b # 2`,
    );
  });

  it('may be several lines, an anchor, or an alias', () => {
    expect(edited(yaml, { harm: 'None' })).toBe(
      yaml.replace(/harm:\n.*\n.*\n/, 'harm: None\n').replace('harm: None', 'harm:\n    None'),
    );
    expect(edited(yaml, { trigger: 'None' })).toBe(
      yaml
        .replace('&trigger Write volume doubled', '&trigger None')
        .replace('*trigger', 'Write volume doubled'),
    );
    expect(edited('trigger: &t a\nharm: *t', { harm: 'b' })).toBe('trigger: &t a\nharm: b');
    expect(edited('x: &t a\nharm: >\n  folded\n  text\n\nkind: other', { harm: 'b' })).toBe(
      'x: &t a\nharm: b\n\nkind: other',
    );
    expect(edited('harm: |-\n  a\n# about kind\nkind: other', { harm: 'b' })).toBe(
      'harm: b\n# about kind\nkind: other',
    );
  });

  it('that is not there yet goes behind the one before it', () => {
    expect(edited(yaml, { status: 'triaged' })).toBe(
      yaml.replace('"Orders disk"\n', '"Orders disk"\nstatus: triaged\n'),
    );
    expect(edited('trigger: a', { id: 'X' })).toBe('id: X\ntrigger: a');
    expect(edited('  # deep\nharm: a', { barriers: [barrier('x')], incidents: ['y'] })).toBe(
      '  # deep\nharm: a\nbarriers:\n  - name: x\nincidents: [y]',
    );
    expect(
      edited('barriers:\n  - name: x\n  # about barriers\n# about y\ny: z', { incidents: ['i'] }),
    ).toBe('barriers:\n  - name: x\n  # about barriers\nincidents: [i]\n# about y\ny: z');
  });

  it('that is cleared goes with its line, and nothing around it', () => {
    expect(edited(yaml, { reporter: '' })).toBe(yaml.replace('reporter: Sam\n', ''));
    expect(edited(yaml, { themes: [] })).toBe(yaml.replace(/themes:\n(?: {4}.*\n){3}/, ''));
    expect(edited('harm:   # to do\ntrigger: x', { trigger: '' })).toBe('harm:   # to do');
  });

  it('that stands there empty keeps its place and its comment', () => {
    const empty = { severity: null, recurrence: null, decision: null, reason: '', review: '' };
    const triage = 'triage:\n  severity: minor\n  reason:\n  review: # when';
    expect(edited('harm:\nkind: other', { harm: 'a' })).toBe('harm: a\nkind: other');
    expect(edited('harm:   # to do\nkind: other', { harm: 'a' })).toBe(
      'harm:   a # to do\nkind: other',
    );
    expect(edited('harm: ""\nkind: other', { harm: 'a' })).toBe('harm: "a"\nkind: other');
    expect(edited(triage, { triage: { ...empty, severity: 'major' } })).toBe(
      triage.replace('minor', 'major'),
    );
    expect(edited(triage, { triage: { ...empty, reason: 'r', review: 's' } })).toBe(
      'triage:\n  reason: r\n  review: s # when',
    );
    expect(edited('services: # none\nkind: other', { services: ['a'] })).toBe(
      'services: [a] # none\nkind: other',
    );
    expect(edited('services: []\nkind: other', { services: ['a'] })).toBe(
      'services: [a]\nkind: other',
    );
    expect(
      edited('session: {}', { session: { held: '', minutes: 5, facilitator: '', people: null } }),
    ).toBe('session: { minutes: 5 }');
    expect(edited('triage:   # later\n# more', { triage: { ...empty, reason: 'r' } })).toBe(
      'triage:   # later\n  reason: r\n# more',
    );
  });

  it('keeps keys of somebody else through every change', () => {
    const none = { severity: null, recurrence: null, decision: null, reason: '', review: '' };
    const yaml = 'triage:\n  severity: minor\n  x-team: payments # ours\n  reason: a';
    expect(edited(yaml, { triage: none })).toBe('triage:\n  x-team: payments # ours');
    expect(edited('triage: { x: 010, severity: minor }', { triage: none })).toBe(
      'triage: { x: 010 }',
    );
    expect(edited('triage:\n  x: 010', { triage: { ...none, severity: 'minor' } })).toBe(
      'triage:\n  x: 010\n  severity: minor',
    );
  });

  it('in front matter that is one flow map is changed in place', () => {
    const json = '---\n{ "close-call": 1, "title": "a", "x": [1.10] }\n---\n';
    expect(setFields(json, { title: 'b' })).toBe(json.replace('"a"', '"b"'));
    expect(setFields(json, { harm: 'b' })).toBe(json.replace('] }', '], harm: b }'));
  });
});

describe('barriers', () => {
  const yaml = `barriers:
  # above the first
  - name: Review
    state: failed
    x-own: a   # kept

  # above the second
  - name: 'Job'
    state: stopped # by chance
  # above the third
  - { name: Fallback, known: assumed }
  # below the last
harm: x`;
  const [review, job, fallback] = fieldsOf(`---\nclose-call: 1\n${yaml}\n---\n`).barriers;
  if (!review || !job || !fallback) throw new Error('three barriers');

  it('are put in where they belong', () => {
    const next = barrier('Alert: 90 %', { state: 'untested', byDesign: 'yes', note: '# 1' });
    const lines = `  - name: "Alert: 90 %"\n    state: untested\n    by-design: yes\n    note: "# 1"\n`;
    expect(edited(yaml, { barriers: [review, next, job, fallback] })).toBe(
      yaml.replace('x-own: a   # kept\n', `x-own: a   # kept\n${lines}`),
    );
    expect(edited(yaml, { barriers: [next, review, job, fallback] })).toBe(
      yaml.replace('  - name: Review', `${lines}  - name: Review`),
    );
    expect(edited(yaml, { barriers: [review, job, fallback, next] })).toBe(
      yaml.replace('  # below', `${lines}  # below`),
    );
  });

  it('are taken out with the comment above them', () => {
    expect(edited(yaml, { barriers: [review, fallback] })).toBe(
      yaml.replace(/\n {2}# above the second[^#]*# by chance/, '').replace('kept\n\n', 'kept\n'),
    );
    expect(edited(yaml, { barriers: [] })).toBe('harm: x');
  });

  it('are moved with what belongs to them', () => {
    expect(edited(yaml, { barriers: [job, review, fallback] })).toBe(`barriers:
  # above the first

  # above the second
  - name: 'Job'
    state: stopped # by chance
  - name: Review
    state: failed
    x-own: a   # kept
  # above the third
  - { name: Fallback, known: assumed }
  # below the last
harm: x`);
  });

  it('are moved and changed at once', () => {
    expect(edited(yaml, { barriers: [fallback, { ...review, note: 'n' }, job] })).toBe(`barriers:
  # above the first
  # above the third
  - { name: Fallback, known: assumed }
  - name: Review
    state: failed
    note: n
    x-own: a   # kept

  # above the second
  - name: 'Job'
    state: stopped # by chance
  # below the last
harm: x`);
  });

  it('are changed in one word', () => {
    const changed = { ...job, byDesign: 'no', note: 'ran early' } as const;
    expect(edited(yaml, { barriers: [review, changed, fallback] })).toBe(
      yaml.replace('# by chance\n', '# by chance\n    by-design: no\n    note: ran early\n'),
    );
    expect(edited(yaml, { barriers: [review, job, { ...fallback, state: 'untested' }] })).toBe(
      yaml.replace('known: assumed }', 'known: assumed, state: untested }'),
    );
    expect(edited(yaml, { barriers: [{ ...review, state: null }, job, fallback] })).toBe(
      yaml.replace('    state: failed\n', ''),
    );
    expect(edited(yaml, { barriers: [{ ...review, name: '' }, job, fallback] })).toBe(
      yaml.replace('- name: Review', '- name:'),
    );
  });

  test.each([
    'barriers:',
    'barriers: []',
    'barriers:   # the ladder',
    'barriers: []  # the ladder',
  ])('begin in “%s”', (line) => {
    const comment = line.includes('#') ? line.replace(' []', '') : 'barriers:';
    expect(
      edited(`${line}\nkind: other`, { barriers: [barrier('a'), barrier('b', { note: 'c' })] }),
    ).toBe(`${comment}\n  - name: a\n  - name: b\n    note: c\nkind: other`);
  });

  it('begin where there is no such key, and with nothing said about them', () => {
    expect(edited('harm: x', { barriers: [barrier('a')] })).toBe('harm: x\nbarriers:\n  - name: a');
    const [one, two] = [barrier(''), barrier('b')];
    expect(edited('harm: x', { barriers: [one] })).toBe('harm: x\nbarriers:\n  - {}');
    expect(edited('barriers:\n  - {}', { barriers: [two] })).toBe('barriers:\n  - name: b');
    expect(edited('barriers:\n  -\n  - name: a', { barriers: [two, barrier('a')] })).toBe(
      'barriers:\n  - name: b\n  - name: a',
    );
  });

  it('leave a comment that belongs to what follows alone', () => {
    const yaml =
      'barriers:\n- name: a\n  # about a\n# about b\n- name: b\n  # more of b\n# about kind\nkind: other';
    expect(edited(yaml, { barriers: [] })).toBe('# about kind\nkind: other');
    expect(edited(yaml, { barriers: [barrier('b')] })).toBe(
      'barriers:\n# about b\n- name: b\n  # more of b\n# about kind\nkind: other',
    );
    expect(edited(yaml, { barriers: [barrier('a'), barrier('b'), barrier('c')] })).toBe(
      yaml.replace('# about kind', '- name: c\n# about kind'),
    );
  });

  it('that look the same are told apart by their place', () => {
    const yaml = 'barriers:\n  - name: a # 1\n  - name: a # 2\n  - name: a # 3';
    const a = barrier('a');
    expect(edited(yaml, { barriers: [a, a] })).toBe('barriers:\n  - name: a # 1\n  - name: a # 2');
    expect(edited(yaml, { barriers: [a, { ...a, note: 'n' }, a] })).toBe(
      'barriers:\n  - name: a # 1\n  - name: a # 2\n    note: n\n  - name: a # 3',
    );
  });

  it('keep words the format does not know', () => {
    const yaml =
      'barriers:\n  - name: a\n    kind: dunno\n    state: Stopped\n    by-design: false';
    const [a] = fieldsOf(`---\nclose-call: 1\n${yaml}\n---\n`).barriers;
    if (!a) throw new Error('a barrier');
    expect(edited(yaml, { barriers: [{ ...a, note: 'n' }] })).toBe(`${yaml}\n    note: n`);
    expect(edited(yaml, { barriers: [{ ...a, kind: 'alert' }] })).toBe(
      yaml.replace('dunno', 'alert'),
    );
  });
});

describe('actions', () => {
  const yaml = `actions:
- id: a1
  what: "Page at 80 %"
  x-ticket: OPS-1
  done:
- what: Run it hourly
  id: a2`;
  const actions = fieldsOf(`---\nclose-call: 1\n${yaml}\n---\n`).actions;

  it('are done, reworded, added and taken out one at a time', () => {
    const [one, two] = actions;
    if (!one || !two) throw new Error('two actions');
    expect(edited(yaml, { actions: [{ ...one, done: '2026-12-01' }, two] })).toBe(
      yaml.replace('done:', 'done: 2026-12-01'),
    );
    expect(edited(yaml, { actions: [one, { ...two, what: 'Run it: hourly' }] })).toBe(
      yaml.replace('Run it hourly', '"Run it: hourly"'),
    );
    expect(edited(yaml, { actions: [two] })).toBe('actions:\n- what: Run it hourly\n  id: a2');
    expect(edited(yaml, { actions: [one, two, { ...two, id: 'a3', effort: 'small' }] })).toBe(
      `${yaml}\n- id: a3\n  what: Run it hourly\n  effort: small`,
    );
    expect(edited(yaml, { actions: [{ ...two, id: 'a9' }, one, two] })).toBe(
      yaml.replace('- id: a1', '- id: a9\n  what: Run it hourly\n- id: a1'),
    );
  });
});

describe('any text as a value', () => {
  test.each(NASTY)('%j', (value) => {
    const before =
      'title: x\nservices: [a]\nharm: y # why\nbarriers:\n  - name: z\n    note: "w"\nkind: other';
    const after = edited(before, {
      harm: value,
      services: ['a', value].filter((word) => word.trim() !== ''),
      barriers: [barrier('z', { note: value })],
    });
    expect(after.split('\n')).toHaveLength(before.split('\n').length);
    expect(after).toMatch(/harm: .* # why/);
  });

  it('keeps the line ends of the file', () => {
    const text = '---\r\nclose-call: 1\r\nharm: a\r\nbarriers:\r\n  - name: b\r\n---\r\n';
    const barriers = [barrier('b', { note: 'n\nm' }), barrier('c', { note: 'd' })];
    expect(setFields(text, { barriers, status: 'logged' })).toBe(
      '---\r\nclose-call: 1\r\nstatus: logged\r\nharm: a\r\nbarriers:\r\n' +
        '  - name: b\r\n    note: "n\\nm"\r\n  - name: c\r\n    note: d\r\n---\r\n',
    );
  });
});

describe('a title', () => {
  const page = (title: string, heading: string) =>
    `---\nclose-call: 1\ntitle: ${title}\n---\n\n${heading}\n\n## Notes\n`;

  test.each([
    ['goes into the heading too', page('Old', '# Old'), 'New', page('New', '# New')],
    ['leaves another heading alone', page('Old', '# Other'), 'New', page('New', '# Other')],
    ['leaves a page without a heading alone', page('Old', 'Text'), 'New', page('New', 'Text')],
    ['keeps the marks', page('Old', '#   Old  ##  '), 'New', page('New', '#   New  ##  ')],
    ['is one line', page('Old', '# Old'), 'a\n  b', page('"a\\n  b"', '# a b')],
    ['may begin with a hash', page('Old', '# Old'), '# New', page('"# New"', '# # New')],
    ['may end with a hash', page('Old', '# Old'), 'New #', page('"New #"', '# New \\#')],
    ['that ended with a hash', page('"Old #"', '# Old \\#'), 'New', page('"New"', '# New')],
    ['from an empty one', page('', '#'), 'New', page('New', '# New')],
    ['not in a code block', page('Old', '```\n# Old\n```'), 'New', page('New', '```\n# Old\n```')],
    ['not in a section', page('Old', '## Notes\n# Old'), 'New', page('New', '## Notes\n# Old')],
  ])('%s', (_name, before, title, after) => {
    expect(setFields(before, { title })).toBe(after);
    expect(fieldsOf(after).title).toBe(title);
  });

  it('that only the heading held is set in both places', () => {
    const text = '---\nclose-call: 1\n---\n# Old\n';
    expect(setFields(text, { title: 'New' })).toBe('---\nclose-call: 1\ntitle: New\n---\n# New\n');
  });
});

describe('what cannot be edited', () => {
  test.each([
    ['a newer version', '---\nclose-call: 2\n---\n', 'read-only'],
    ['broken YAML', '---\nclose-call: 1\na: [\n---\n', 'unreadable'],
    ['another page', '# Page\n', 'unreadable'],
  ])('%s is refused whole', (_name, text, code) => {
    expect(() => setFields(text, { title: 'x' })).toThrow(expect.objectContaining({ code }));
    const edit = { kind: 'section', section: 'notes', text: 'x' } as const;
    expect(() => applyEdit(text, edit)).toThrow(expect.objectContaining({ code }));
  });

  it('is front matter that would grow too long', () => {
    const text = '---\nclose-call: 1\n---\n';
    expect(() => setFields(text, { harm: 'x'.repeat(140_000) })).toThrow(
      expect.objectContaining({
        code: 'not-saved',
        message: expect.stringMatching(/128 KiB.*left as/),
      }),
    );
  });

  it('has a key for every field', () => {
    expect(Object.keys(FIELD_KEYS).sort()).toEqual(Object.keys(fieldsOf(DESIGN_RECORD)).sort());
  });
});
