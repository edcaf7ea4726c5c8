// The order of actions: by what could have happened, not by what is easy. Each place in the
// order can be explained with its arithmetic.

import { triageArithmetic, triageProduct } from '../triage/triage';
import { remainingStrength, type Strength, whatIsLeftSentence } from './ladder';
import type { Action, Effort, RecordFields } from './model';

export interface RankedAction {
  action: Action;
  /** severity × recurrence of its record, 0 when not triaged. */
  product: number;
  strength: Strength | null;
  /** "severe × likely, 4 × 4 = 16; nothing was left; small effort" */
  arithmetic: string;
}

type RankingFields = Pick<
  RecordFields,
  'triage' | 'barriers' | 'actions' | 'reported' | 'occurred'
>;

const STRENGTH_ORDER: (Strength | null)[] = ['none', 'minimal', 'limited', 'effective', null];
const EFFORT_ORDER: (Effort | null)[] = ['small', 'medium', 'large', null];

interface Candidate extends RankedAction {
  age: string;
  index: number;
}

/**
 * All actions of the given records, most worth doing first: by the record's triage product
 * (high first), then by what is left (none first), then effort (small first), then age (oldest
 * record first; ISO dates compare as text), then the order they were written in.
 */
export function rankActions<R extends RankingFields>(
  records: readonly R[],
): (RankedAction & { record: R })[] {
  const candidates = records.flatMap((record) =>
    record.actions.map((action, index): Candidate & { record: R } => ({
      record,
      action,
      index,
      product: triageProduct(record.triage) ?? 0,
      strength: remainingStrength(record.barriers),
      arithmetic: explain(record, action),
      age: record.reported || record.occurred || '9999',
    })),
  );
  return candidates.sort(
    (a, b) =>
      b.product - a.product ||
      STRENGTH_ORDER.indexOf(a.strength) - STRENGTH_ORDER.indexOf(b.strength) ||
      EFFORT_ORDER.indexOf(a.action.effort) - EFFORT_ORDER.indexOf(b.action.effort) ||
      compareText(a.age, b.age) ||
      a.index - b.index,
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function explain(record: RankingFields, action: Action): string {
  const left = whatIsLeftSentence(record.barriers).replace(/\.$/, '');
  return [
    triageArithmetic(record.triage) || 'not triaged',
    left ? left.charAt(0).toLowerCase() + left.slice(1) : 'what is left is not known',
    action.effort ? `${action.effort} effort` : 'effort not said',
  ].join('; ');
}

/** The next free action id in a record: a1, a2, … */
export function nextActionId(actions: readonly Action[]): string {
  const used = new Set(actions.map((action) => action.id));
  let n = actions.length + 1;
  while (used.has(`a${n}`)) n += 1;
  return `a${n}`;
}
