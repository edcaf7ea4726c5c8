// What filters, orders and counts ask of a row, worked out once for each: rows that do not change stay
// the same objects, so ten thousand of them are filtered and ordered in a few milliseconds. Rows that
// main has listed bring theirs along, and nothing else of them has to be read for that.

import { isOpenAction } from '../record/actions';
import { isLuck, remainingStrength, type Strength, saverIndex } from '../record/ladder';
import {
  type Barrier,
  type Decision,
  type RecordFields,
  type RecordKind,
  STATUSES,
  type Status,
} from '../record/model';
import { triageProduct } from '../triage/triage';

export interface RowFacts {
  title: string;
  status: Status;
  /** Place of the status in the order work flows. */
  stage: number;
  /** severity × recurrence; 0 when not triaged. */
  product: number;
  /** From 0, nothing was left, to 4, which is not known. */
  left: number;
  /** As written; '' when there is none. */
  date: string;
  kind: RecordKind | null;
  saver: Barrier['kind'];
  /** Was what stopped it luck? null when nothing is known to have. */
  luck: boolean | null;
  decision: Decision | null;
  /** When a decision is looked at again, as written. */
  review: string;
  services: string[];
  themes: string[];
  /** Who is named in it, each once. */
  people: string[];
  /** How many actions are not done. */
  open: number;
}

/** A row, as far as facts are asked of it. */
interface Factual {
  readonly fields: RecordFields;
  /** What is known without the fields. */
  readonly facts?: RowFacts;
}

const LEFT: (Strength | null)[] = ['none', 'minimal', 'limited', 'effective', null];

const known = new WeakMap<Factual, RowFacts>();

export function factsOf(row: Factual): RowFacts {
  if (row.facts) return row.facts;
  const before = known.get(row);
  if (before) return before;
  const facts = factsIn(row.fields);
  known.set(row, facts);
  return facts;
}

/** When it happened, else when it was told; '' when neither is said. */
export function dateOf(fields: Pick<RecordFields, 'occurred' | 'reported'>): string {
  return fields.occurred || fields.reported;
}

/** A record without a usable status waits for triage. */
function statusOf(fields: Pick<RecordFields, 'status'>): Status {
  return fields.status ?? 'captured';
}

export function factsIn(fields: RecordFields): RowFacts {
  const { title, kind, triage, services, themes, reporter, session, actions } = fields;
  const saver = fields.barriers[saverIndex(fields.barriers)];
  const status = statusOf(fields);
  const people = [reporter, session.facilitator, ...actions.map(({ owner }) => owner)];
  return {
    title,
    status,
    stage: STATUSES.indexOf(status),
    product: triageProduct(triage) ?? 0,
    left: LEFT.indexOf(remainingStrength(fields.barriers)),
    date: dateOf(fields),
    kind,
    saver: saver?.kind ?? null,
    luck: saver ? isLuck(saver) : null,
    decision: triage.decision,
    review: triage.review,
    services,
    themes,
    people: [...new Set(people.filter(Boolean))],
    open: actions.filter(isOpenAction).length,
  };
}
