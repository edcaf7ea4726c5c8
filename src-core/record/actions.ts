// The order of actions: by what could have happened, not by what is easy. Each place in the
// order can be explained with its arithmetic.

import { triageArithmetic, triageProduct } from '../triage/triage';
import { remainingStrength, type Strength, whatIsLeftSentence } from './ladder';
import type { Action, Effort, RecordFields } from './model';

export interface RankedAction {
  action: Action;
  /** Place in the record's own list, from 0. */
  index: number;
  /** severity × recurrence of its record, 0 when not triaged. */
  product: number;
  strength: Strength | null;
  /** "severe × likely, 4 × 4 = 16; nothing was left; small effort" */
  arithmetic: string;
}

export function isOpenAction({ done }: Action): boolean {
  return done.trim() === '';
}

type RankingFields = Pick<
  RecordFields,
  'triage' | 'barriers' | 'actions' | 'reported' | 'occurred'
>;

const STRENGTH_ORDER: (Strength | null)[] = ['none', 'minimal', 'limited', 'effective', null];
const EFFORT_ORDER: (Effort | null)[] = ['small', 'medium', 'large', null];

interface Candidate<R> extends RankedAction {
  record: R;
  age: string;
  /** Places in the orders above. */
  left: number;
  effort: number;
}

/**
 * All actions of the given records, most worth doing first: by the record's triage product
 * (high first), then by what is left (none first), then effort (small first), then age (oldest
 * record first; ISO dates compare as text), then the order they were written in.
 */
export function rankActions<R extends RankingFields>(
  records: readonly R[],
): (RankedAction & { record: R })[] {
  const candidates = records.flatMap((record) => {
    // Once a record: a library has thousands of actions.
    const strength = remainingStrength(record.barriers);
    const product = triageProduct(record.triage) ?? 0;
    const left = STRENGTH_ORDER.indexOf(strength);
    const why = explain(record);
    const age = record.reported || record.occurred || '9999';
    return record.actions.map(
      (action, index): Candidate<R> => ({
        record,
        action,
        index,
        product,
        strength,
        arithmetic: `${why}; ${action.effort ? `${action.effort} effort` : 'effort not said'}`,
        age,
        left,
        effort: EFFORT_ORDER.indexOf(action.effort),
      }),
    );
  });
  return candidates.sort(
    (a, b) =>
      b.product - a.product ||
      a.left - b.left ||
      a.effort - b.effort ||
      compareText(a.age, b.age) ||
      a.index - b.index,
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What is the same for all actions of a record. */
function explain(record: RankingFields): string {
  const left = whatIsLeftSentence(record.barriers).replace(/\.$/, '');
  const triage = triageArithmetic(record.triage) || 'not triaged';
  return `${triage}; ${left ? left.charAt(0).toLowerCase() + left.slice(1) : 'what is left is not known'}`;
}

/** The next free action id in a record: a1, a2, … */
export function nextActionId(actions: readonly Action[]): string {
  const used = new Set(actions.map((action) => action.id));
  let n = actions.length + 1;
  while (used.has(`a${n}`)) n += 1;
  return `a${n}`;
}
