// Proves that changing one field changes the lines of that field and nothing else, whatever the
// YAML around it looks like, and that nothing a person wrote by hand is tidied up.

import { setFields } from '@core/record/edit';
import type { RecordFields } from '@core/record/model';
import { describe, expect, it, test } from 'vitest';
import { barrier, edited } from './records';
import './runs';

/** Lines that differ, as [old, new]; undefined where the line counts differ. */
function lineDiff(before: string, after: string): [string, string][] | undefined {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length !== now.length) return undefined;
  return old.flatMap((line, i): [string, string][] =>
    line === now[i] ? [] : [[line, now[i] ?? '']],
  );
}

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
