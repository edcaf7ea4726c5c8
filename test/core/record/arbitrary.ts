// Random fields of a record, with the values that break writers of YAML.

import {
  ACTION_KINDS,
  BARRIER_KINDS,
  BARRIER_STATES,
  DECISIONS,
  EFFORTS,
  FOUND_IN,
  IMPACTS,
  KNOWLEDGE,
  RECORD_KINDS,
  RECURRENCES,
  type RecordFields,
  SEVERITIES,
  STATUSES,
  YES_NO,
} from '@core/record/model';
import fc from 'fast-check';

export const NASTY = [
  'a: b',
  'a #b',
  '# a',
  '- a',
  '-',
  '--',
  '---',
  '...',
  '? a',
  ':',
  'a:',
  '{a}',
  '[a',
  'a, b',
  '}',
  '"a"',
  "it's",
  '\\',
  'a\\nb',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%',
  '@a',
  '`a`',
  '~',
  'null',
  'yes',
  'no',
  'true',
  '010',
  '1.10',
  '1e3',
  '0x1f',
  '-1',
  '.5',
  '2026-11-20',
  '2026-11-20T14:02:00+01:00',
  '12:30',
  ' a',
  'a ',
  'a\tb',
  '\ta',
  'a\nb',
  'a\n\n b\n',
  '\n',
  'a\r\nb',
  'a\rb',
  '\r---\r',
  '\u2028',
  '\u0085',
  '\u00a0',
  '\ufeff',
  '\u0000',
  '\u007f',
  '\ud800',
  '😀 naïve 日本',
  'x'.repeat(300),
  '<<',
  '__proto__',
  'close-call: 1',
  '94 % of it',
  "'",
  '"',
  '=',
  'a  b',
  'don\'t: "do" it # now',
];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z]{1,8}){0,3}$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const maybeText = fc.oneof(fc.constant(''), anyText);
const isSaid = (text: string) => text.trim() !== '';
const word = <T extends string>(words: readonly T[]) => fc.constantFrom(null, ...words);
const words = fc.array(anyText.filter(isSaid), { maxLength: 4 });
const number = fc.constantFrom(null, 0, 5, 24, 24.5, 600);

const barrier = fc.record({
  name: maybeText,
  state: word(BARRIER_STATES),
  kind: word(BARRIER_KINDS),
  byDesign: word(YES_NO),
  known: word(KNOWLEDGE),
  note: maybeText,
});
const action = fc.record({
  id: fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6'),
  what: maybeText,
  kind: word(ACTION_KINDS),
  owner: maybeText,
  due: fc.constantFrom('', '2026-12-05', 'soon'),
  effort: word(EFFORTS),
  done: fc.constantFrom('', '2026-12-05'),
});

export const anyFields: fc.Arbitrary<RecordFields> = fc.record({
  id: fc.constantFrom('', '01JD6Z3V5T9QW8E7R6Y5T4U3I2', '010'),
  title: anyText.filter(isSaid),
  status: word(STATUSES),
  occurred: maybeText,
  reported: fc.constantFrom('', '2026-11-21'),
  reporter: maybeText,
  foundIn: word(FOUND_IN),
  kind: word(RECORD_KINDS),
  services: words,
  themes: words,
  customerImpact: word(IMPACTS),
  trigger: maybeText,
  harm: maybeText,
  barriers: fc.uniqueArray(barrier, { selector: ({ name }) => name, maxLength: 4 }),
  triage: fc.record({
    severity: word(SEVERITIES),
    recurrence: word(RECURRENCES),
    decision: word(DECISIONS),
    reason: maybeText,
    review: maybeText,
  }),
  actions: fc.uniqueArray(action, { selector: ({ id }) => id, maxLength: 4 }),
  incidents: words,
  session: fc.record({ held: maybeText, minutes: number, facilitator: maybeText, people: number }),
});

/** Fields as they were, and with some of them changed: whole, or in one part of a list. */
export const anyChange: fc.Arbitrary<[RecordFields, RecordFields]> = fc
  .tuple(anyFields, anyFields, fc.array(fc.nat(), { minLength: 18, maxLength: 18 }), anyText)
  .map(([before, other, picks, text]) => {
    const after: RecordFields = { ...before };
    const keys = Object.keys(before) as (keyof RecordFields)[];
    const copy = <K extends keyof RecordFields>(key: K) => {
      after[key] = other[key];
    };
    for (const [index, key] of keys.entries()) {
      const pick = (picks[index] ?? 0) % 6;
      if (pick === 0) copy(key);
      if (pick !== 1) continue;
      const n = picks[0] ?? 0;
      if (key === 'barriers') after.barriers = vary(before.barriers, other.barriers, n, text);
      if (key === 'actions') {
        const fresh = other.actions.filter(({ id }) => before.actions.every((a) => a.id !== id));
        after.actions = vary(before.actions, fresh, n, text);
      }
      if (key === 'triage') after.triage = { ...before.triage, reason: text };
      if (key === 'session') after.session = { ...before.session, facilitator: text };
      if (key === 'services') after.services = [...before.services, ...other.services];
      if (key === 'themes') after.themes = before.themes.toReversed();
    }
    return [before, after];
  });

/** A list with one item edited, put in, taken out, or all of it turned around. */
function vary<T extends { name?: string; note?: string; what?: string }>(
  items: T[],
  others: T[],
  n: number,
  text: string,
): T[] {
  const at = items.length === 0 ? 0 : n % items.length;
  const [fresh] = others.filter(
    ({ name }) => name === undefined || items.every((i) => i.name !== name),
  );
  switch (n % 5) {
    case 0:
      return items.toReversed();
    case 1:
      return items.toSpliced(at, 1);
    case 2:
      return fresh ? items.toSpliced(at, 0, fresh) : items;
    case 3:
      return fresh ? [...items, fresh] : items;
    default:
      return items.map((item, i) =>
        i !== at ? item : 'what' in item ? { ...item, what: text } : { ...item, note: text },
      );
  }
}
