// Front matter as plain YAML values to typed fields and back. A word the format does not know
// is a problem to show, never a reason to refuse; a list where a word belongs is a reason.

import { z } from 'zod';
import {
  ACTION_KINDS,
  type Action,
  BARRIER_KINDS,
  BARRIER_STATES,
  type Barrier,
  DECISIONS,
  EFFORTS,
  FOUND_IN,
  IMPACTS,
  KNOWLEDGE,
  type Problem,
  RECORD_KINDS,
  RECURRENCES,
  type RecordFields,
  SEVERITIES,
  type SessionFacts,
  STATUSES,
  type Triage,
  YES_NO,
} from './model';
import type { Plain } from './yaml-source';

/** The keys of the front matter in the order they are written. */
export const FIELD_KEYS = {
  id: 'id',
  title: 'title',
  status: 'status',
  occurred: 'occurred',
  reported: 'reported',
  reporter: 'reporter',
  foundIn: 'found-in',
  kind: 'kind',
  services: 'services',
  themes: 'themes',
  customerImpact: 'customer-impact',
  trigger: 'trigger',
  harm: 'harm',
  barriers: 'barriers',
  triage: 'triage',
  actions: 'actions',
  incidents: 'incidents',
  session: 'session',
} as const satisfies Record<keyof RecordFields, string>;

const anyText = z.string('should be text');
const text = anyText.default('');
const isSaid = (word: string) => word.trim() !== '';
/** A list of words; a single word is read as a list of one, and blank ones are none. */
const words = z
  .union(
    [z.string().transform((word) => [word]), z.array(anyText)],
    'should be text or a list of words',
  )
  .transform((list) => list.filter(isSaid))
  .default([]);
/** Nothing behind a key or a dash is an empty map. */
const mapOf = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? {} : value),
    z.object(shape, 'should hold keys with values'),
  );
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : value),
    z.array(item, 'should be a list'),
  );

const barrierShape = mapOf({
  name: text,
  state: text,
  kind: text,
  'by-design': text,
  known: text,
  note: text,
});
const actionShape = mapOf({
  id: text,
  what: text,
  kind: text,
  owner: text,
  due: text,
  effort: text,
  done: text,
});

/** The shape of the front matter: what is text, what a list, what a map. */
const frontMatterShape = z.object({
  'close-call': anyText.regex(/^\d{1,4}$/, 'is not a version number'),
  id: text,
  title: text,
  status: text,
  occurred: text,
  reported: text,
  reporter: text,
  'found-in': text,
  kind: text,
  services: words,
  themes: words,
  'customer-impact': text,
  trigger: text,
  harm: text,
  barriers: listOf(barrierShape),
  triage: mapOf({ severity: text, recurrence: text, decision: text, reason: text, review: text }),
  actions: listOf(actionShape),
  incidents: words,
  session: mapOf({ held: text, minutes: text, facilitator: text, people: text }),
});

type FrontMatter = z.output<typeof frontMatterShape>;
type LineOf = (path: (string | number)[]) => number;

/** Other spellings of yes and no that people and YAML 1.1 tools write. */
const FLAGS = new Map<string, 'yes' | 'no'>([
  ['true', 'yes'],
  ['false', 'no'],
]);

/**
 * Typed fields from front matter of the right shape; words the format does not know become null
 * and are added to `problems` with the line that `lineOf` gives for their path.
 */
export function readFields(data: FrontMatter, lineOf: LineOf, problems: Problem[]): RecordFields {
  const word = <T extends string>(
    value: string,
    known: readonly T[],
    path: (string | number)[],
  ): T | null => {
    const trimmed = value.trim();
    if (trimmed === '') return null;
    const found = known.find((candidate) => candidate === trimmed.toLowerCase());
    if (found) return found;
    const key = path.filter((part) => typeof part === 'string').join(' ');
    problems.push({
      line: lineOf(path),
      message: `“${trimmed}” is not a word for ${key}. Expected: ${known.join(', ')}.`,
    });
    return null;
  };
  const flag = (value: string, path: (string | number)[]) =>
    FLAGS.get(value.trim().toLowerCase()) ?? word(value, YES_NO, path);
  const count = (value: string, path: (string | number)[]): number | null => {
    if (value.trim() === '') return null;
    const n = Number(value);
    if (Number.isFinite(n) && n >= 0) return n;
    problems.push({ line: lineOf(path), message: `“${value}” is not a number.` });
    return null;
  };
  const barriers = data.barriers.map(
    (b, i): Barrier => ({
      name: b.name,
      state: word(b.state, BARRIER_STATES, ['barriers', i, 'state']),
      kind: word(b.kind, BARRIER_KINDS, ['barriers', i, 'kind']),
      byDesign: flag(b['by-design'], ['barriers', i, 'by-design']),
      known: word(b.known, KNOWLEDGE, ['barriers', i, 'known']),
      note: b.note,
    }),
  );
  const actions = data.actions.map(
    (a, i): Action => ({
      id: a.id,
      what: a.what,
      kind: word(a.kind, ACTION_KINDS, ['actions', i, 'kind']),
      owner: a.owner,
      due: a.due,
      effort: word(a.effort, EFFORTS, ['actions', i, 'effort']),
      done: a.done,
    }),
  );
  const triage: Triage = {
    severity: word(data.triage.severity, SEVERITIES, ['triage', 'severity']),
    recurrence: word(data.triage.recurrence, RECURRENCES, ['triage', 'recurrence']),
    decision: word(data.triage.decision, DECISIONS, ['triage', 'decision']),
    reason: data.triage.reason,
    review: data.triage.review,
  };
  const session: SessionFacts = {
    held: data.session.held,
    minutes: count(data.session.minutes, ['session', 'minutes']),
    facilitator: data.session.facilitator,
    people: count(data.session.people, ['session', 'people']),
  };
  return {
    id: data.id,
    title: data.title,
    status: word(data.status, STATUSES, ['status']),
    occurred: data.occurred,
    reported: data.reported,
    reporter: data.reporter,
    foundIn: word(data['found-in'], FOUND_IN, ['found-in']),
    kind: word(data.kind, RECORD_KINDS, ['kind']),
    services: data.services,
    themes: data.themes,
    customerImpact:
      FLAGS.get(data['customer-impact'].trim().toLowerCase()) ??
      word(data['customer-impact'], IMPACTS, ['customer-impact']),
    trigger: data.trigger,
    harm: data.harm,
    barriers,
    triage,
    actions,
    incidents: data.incidents,
    session,
  };
}

/** A value ready to be written as YAML. Numbers stay numbers; absent parts are left out. */
export type Writable = string | number | Writable[] | { [key: string]: Writable };

function compact(entries: [string, Writable | null][]): { [key: string]: Writable } {
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, Writable] => entry[1] !== null && !isAbsent(entry[1]),
    ),
  );
}

/** '' and [] and {} are how absence looks in the model; none of them is written. */
export function isAbsent(value: Writable): boolean {
  if (value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** One field as the value that stands under its key in the front matter. */
export function writableField<K extends keyof RecordFields>(
  key: K,
  fields: Pick<RecordFields, K>,
): Writable {
  const value: RecordFields[keyof RecordFields] = fields[key];
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (key === 'barriers') return (value as Barrier[]).map(writableBarrier);
  if (key === 'actions') return (value as Action[]).map(writableAction);
  if (key === 'triage') return writableTriage(value as Triage);
  if (key === 'session') return writableSession(value as SessionFacts);
  return (value as string[]).filter(isSaid);
}

function writableBarrier(b: Barrier): Writable {
  return compact([
    ['name', b.name],
    ['state', b.state],
    ['kind', b.kind],
    ['by-design', b.byDesign],
    ['known', b.known],
    ['note', b.note],
  ]);
}

function writableAction(a: Action): Writable {
  return compact([
    ['id', a.id],
    ['what', a.what],
    ['kind', a.kind],
    ['owner', a.owner],
    ['due', a.due],
    ['effort', a.effort],
    ['done', a.done],
  ]);
}

function writableTriage(t: Triage): Writable {
  return compact([
    ['severity', t.severity],
    ['recurrence', t.recurrence],
    ['decision', t.decision],
    ['reason', t.reason],
    ['review', t.review],
  ]);
}

function writableSession(s: SessionFacts): Writable {
  return compact([
    ['held', s.held],
    ['minutes', s.minutes],
    ['facilitator', s.facilitator],
    ['people', s.people],
  ]);
}

/** The front matter if it has the right shape, else what is wrong with it, and where. */
export function checkShape(
  value: Plain,
): { data: FrontMatter } | { fault: string; path: PropertyKey[] } {
  const shaped = frontMatterShape.safeParse(value);
  if (shaped.success) return { data: shaped.data };
  const { path, message } = innermost(shaped.error.issues[0] as Issue);
  const name = path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
  return { fault: `“${name.join(' ')}” in the front matter ${message}`, path };
}

type Issue = z.core.$ZodIssue;

/** Of the two ways to read words, the one that came further tells where they are wrong. */
function innermost(issue: Issue): Pick<Issue, 'path' | 'message'> {
  const ways = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  const inner = ways.find(({ path }) => path.length > 0);
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}
