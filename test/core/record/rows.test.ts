// Proves that an edit of one field is one changed line, in every time zone, and that line ends,
// byte-order marks and final newlines stay as they are.

import { isMainThread } from 'node:worker_threads';
import { applyEdit, setFields } from '@core/record/edit';
import { emptyFields, type RecordFields, SECTION_KEYS } from '@core/record/model';
import { parseRecord } from '@core/record/parse';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DESIGN_RECORD, SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { NASTY } from './arbitrary';
import { barrier, fieldsOf, record } from './records';
import { few, LONG } from './runs';

afterEach(() => vi.unstubAllEnvs());

const { triage, session } = emptyFields();

describe('row 12: one field', () => {
  const text = `---
# What this is
close-call: 1   # the format
id: '010'
title: 'no' # quoted, or it would be read as false elsewhere
status: captured # for now
occurred: '2026-11-20' # quoted date
reported: 2026-11-21
x-date: 2026-11-20
reporter: no
found-in: "production"
kind:   resource
services: [ orders-db,  'no' , 1.10, 010 ]   # flow list
themes: [disk, "2026-11-20",]
# in between
customer-impact: no
trigger: 1.10
x-version: 1.10
harm: 010 # octal elsewhere
x-octal: [010, 1.10, no, 2026-11-20, 12:30:00, ~]
barriers:
  # the first
  - name: 010
    state: failed # why
    kind: alert
    by-design: no
    known: assumed
    note: '2026-11-20' # when
    x-own: 1.10
  - { name: 1.10, state: stopped, by-design: no, note: '010', x-own: no } # the second
triage: {severity: severe, recurrence: likely, decision: log, reason: 'no', review: 2026-12-01, x: 010} # t
actions:
- id: a1
  what: 1.10
  kind: detect # soon
  owner: no
  due: '2026-12-05'
  effort: small
  done: 2026-12-06 # done
incidents: [ 010 ]
session: { held: 2026-11-21, minutes: 24, x: no, facilitator: 'no', people: 5 } # s
x-end: no
---

# Another heading

${'Text.  '}
`;
  const before = fieldsOf(text);
  const [first, second] = before.barriers;
  const [action] = before.actions;
  if (!first || !second || !action) throw new Error('two barriers and an action');
  const plain = ['no', '1.10', '010', '2026-11-20', '2026-11-20T23:30:00-12:00'];
  const values = LONG ? [...plain, ...NASTY] : plain;

  const ofText = (value: string): Partial<RecordFields>[] => [
    { id: value },
    { title: value },
    { occurred: value },
    { reported: value },
    { reporter: value },
    { trigger: value },
    { harm: value },
    { services: ['orders-db', value, '1.10', '010'] },
    { themes: [value] },
    { incidents: ['010', value] },
    { barriers: [{ ...first, name: value }, second] },
    { barriers: [{ ...first, note: value }, second] },
    { barriers: [first, { ...second, name: value }] },
    { barriers: [first, { ...second, note: value }] },
    { triage: { ...before.triage, reason: value } },
    { triage: { ...before.triage, review: value } },
    { actions: [{ ...action, what: value }] },
    { actions: [{ ...action, owner: value }] },
    { actions: [{ ...action, due: value }] },
    { actions: [{ ...action, done: value }] },
    { session: { ...before.session, held: value } },
    { session: { ...before.session, facilitator: value } },
  ];
  const ofWords: Partial<RecordFields>[] = [
    { status: 'learned' },
    { foundIn: 'game day' },
    { kind: 'near page' },
    { customerImpact: 'yes' },
    { services: ['010', '1.10', 'no', 'orders-db'] },
    { themes: ['2026-11-20'] },
    { barriers: [{ ...first, state: 'stopped' }, second] },
    { barriers: [{ ...first, kind: 'timing' }, second] },
    { barriers: [{ ...first, byDesign: 'yes' }, second] },
    { barriers: [{ ...first, known: 'known' }, second] },
    { barriers: [first, { ...second, state: null }] },
    { barriers: [first, { ...second, known: 'known' }] },
    { triage: { ...before.triage, severity: 'minor' } },
    { triage: { ...before.triage, recurrence: 'rare', decision: null } },
    { triage: { ...triage, reason: 'no' } },
    { actions: [{ ...action, kind: 'fix' }] },
    { actions: [{ ...action, effort: 'large' }] },
    { session: { ...before.session, minutes: 1.1 } },
    { session: { ...before.session, people: null } },
    { session: { ...session, held: '2026-11-22' } },
  ];
  const isSaid = (edit: Partial<RecordFields>) =>
    [edit.services, edit.themes, edit.incidents].every(
      (words) => words?.every((word) => word.trim() !== '') ?? true,
    ) && edit.title?.trim() !== '';
  const edits = [...ofWords, ...few(values).flatMap(ofText)].filter(isSaid);

  test.each([
    ['Etc/GMT+12', 720],
    ['UTC', 0],
    ['Pacific/Kiritimati', -840],
  ])('in %s is one line', (zone, minutes) => {
    vi.stubEnv('TZ', zone);
    // Elsewhere the process's time zone is not ours to set.
    if (isMainThread) expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(minutes);
    let [changed, same] = [0, 0];
    for (const eol of ['\n', '\r\n']) {
      const source = text.replaceAll('\n', eol);
      const lines = source.split(eol);
      for (const edit of edits) {
        const result = setFields(source, edit);
        expect(fieldsOf(result)).toEqual({ ...fieldsOf(source), ...edit });
        const now = result.split(eol);
        const differing = now.filter((line, i) => line !== lines[i]);
        const wanted = JSON.stringify({ ...before, ...edit }) === JSON.stringify(before) ? 0 : 1;
        expect([edit, now.length, differing.length]).toEqual([edit, lines.length, wanted]);
        if (wanted === 1) changed += 1;
        else same += 1;
      }
    }
    console.log(
      `row 12: ${zone}: ${changed} of ${changed} edits changed one line, ${same} that said the same none`,
    );
  });
});

describe('row 13: bytes are kept', () => {
  const encoder = new TextEncoder();
  const ends: [string, (text: string) => string][] = [
    ['LF', (text) => text],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['mixed', (text) => text.replace(/\n/g, (_, at: number) => (at % 2 === 0 ? '\n' : '\r\n'))],
    ['none', (text) => text.replaceAll('\n', ' ')],
  ];
  const samples = few([{ path: 'the design', text: DESIGN_RECORD }, ...SAMPLE_RECORDS]);

  /** How many of the bytes of one text stand in the other, from the start and from the end. */
  function around(before: string, after: string) {
    const [old, now] = [encoder.encode(before), encoder.encode(after)];
    let head = 0;
    while (head < old.length && old[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < old.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
    return { head, changed: old.length - head - tail, tail };
  }

  test.each(ends.flatMap(([name, style]) => ['', '\uFEFF'].map((bom) => [name, bom, style])))(
    '%s with mark %j',
    (...[name, bom, style]) => {
      let [kept, edits] = [0, 0];
      for (const { text: sample } of samples) {
        for (const end of ['', '\n']) {
          const text = `${bom}${(style as (text: string) => string)(`${sample.trimEnd()}${end}`)}`;
          const parsed = parseRecord(text);
          kept += 1;
          if (name === 'none') {
            expect(parsed.kind).toBe('other');
            expect(() => setFields(text, { harm: 'x' })).toThrow(/no longer be read/);
            continue;
          }
          const { fields, sections } = record(text);
          expect(setFields(text, fields)).toBe(text);
          for (const section of SECTION_KEYS) {
            const edit = { kind: 'section', section, text: sections[section] } as const;
            expect(applyEdit(text, edit)).toBe(text);
          }

          // One line of the front matter: what was changed lies inside it.
          const harm = fields.harm || fields.title;
          const key = fields.harm ? 'harm' : 'title';
          const line = new RegExp(`^${key}:.*$`, 'm').exec(text);
          const after = setFields(text, { reporter: fields.reporter, [key]: `${harm} §` });
          const field = around(text, after);
          const lineStart = encoder.encode(text.slice(0, line?.index)).length;
          expect(field.head).toBeGreaterThanOrEqual(lineStart);
          if (key === 'harm') expect(field.changed).toBeLessThanOrEqual(2);

          // One line of a section.
          const section = SECTION_KEYS.find((candidate) => / [a-z]/.test(sections[candidate]));
          if (section) {
            const body = sections[section];
            const changed = applyEdit(text, {
              kind: 'section',
              section,
              text: body.replaceAll('\r\n', '\n').replace(/ [a-z]/, ' §'),
            });
            expect(changed).toBe(text.replace(body, () => body.replace(/ [a-z]/, ' §')));
            edits += 1;
          }
          edits += 1;
        }
      }
      console.log(
        `row 13: ${name}${bom ? ' with' : ' without'} byte-order mark: ${kept} of ${kept} files kept their bytes, ${edits} edits stayed in their place`,
      );
    },
  );

  test('a barrier more is written with the line ends around it', () => {
    for (const [name, style] of ends.slice(0, 2)) {
      const text = style(DESIGN_RECORD);
      const after = setFields(text, {
        barriers: [...fieldsOf(text).barriers, barrier('New', { note: 'a' })],
      });
      expect([name, after.replace(style('  - name: New\n    note: a\n'), '')]).toEqual([
        name,
        text,
      ]);
    }
  });
});
