// What belongs to the facilitator alone: private notes, blind estimates, hints that are not wanted
// any more. Kept beside the journal of the session on this machine, never in the record, in an
// export or in what the room sees.

import type { Hint } from '../wording/hints';
import { ESTIMATE_KINDS, type EstimateKind, type Estimates, NO_ESTIMATES } from './estimates';

export interface Facilitation {
  /** The day of the session that the estimates are of. */
  held: string;
  notes: string;
  /** What is being written for the parking lot, and not parked yet. */
  parking: string;
  estimates: Record<EstimateKind, Estimates>;
  /** Marks of hints that were dismissed; see {@link hintMark}. */
  dismissed: readonly string[];
}

/** Dismissals beyond this many push out the oldest. */
export const MOST_DISMISSED = 500;

export function newFacilitation(held: string): Facilitation {
  const estimates = Object.fromEntries(ESTIMATE_KINDS.map((kind) => [kind, NO_ESTIMATES]));
  return {
    held,
    notes: '',
    parking: '',
    estimates: estimates as Facilitation['estimates'],
    dismissed: [],
  };
}

/** For a session of that day: what is written and dismissed stays with the record, estimates do not. */
export function facilitationFor(kept: Facilitation | null, held: string): Facilitation {
  if (kept?.held === held) return kept;
  return {
    ...newFacilitation(held),
    ...(kept && { notes: kept.notes, parking: kept.parking, dismissed: kept.dismissed }),
  };
}

export function withDismissed(facilitation: Facilitation, hint: Hint): Facilitation {
  const dismissed = [...facilitation.dismissed, hintMark(hint)].slice(-MOST_DISMISSED);
  return { ...facilitation, dismissed };
}

/** The hints that are still wanted. */
export function wanted(hints: readonly Hint[], { dismissed }: Facilitation): Hint[] {
  return hints.filter((hint) => !dismissed.includes(hintMark(hint)));
}

/**
 * A mark by which a hint is known again, wherever in the record it stands, and from which nobody
 * reads what was written: 53 bits of the words (cyrb53, a public-domain hash by bryc).
 */
export function hintMark({ kind, seen }: Pick<Hint, 'kind' | 'seen'>): string {
  const words = `${kind}\n${seen.toLowerCase().replace(/\s+/g, ' ')}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
