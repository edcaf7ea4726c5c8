// Someone going through near misses one at a time: which they are, where one is, what was chosen
// and not accepted yet, and what was decided. Nothing here writes; a choice becomes a decision
// when it is accepted.

import type { RecordKey } from '../library/listing';
import type { Decision, Triage } from '../record/model';
import { reviewDay } from './queue';
import { reviewOf } from './triage';

/** What was chosen for one near miss; parts that are not there are as the record has them. */
export type Draft = Partial<Triage>;

interface Decided {
  key: RecordKey;
  /** Names the edits that decided it, to take them back; the last one is the newest. */
  steps: readonly number[];
}

export interface Sitting {
  /** In the order they are gone through. */
  keys: readonly RecordKey[];
  /** The place in `keys`; their number when the end is reached. */
  at: number;
  /** The one decided last comes last. */
  decided: readonly Decided[];
  /** These were asked for; otherwise it is whatever waits, also what comes meanwhile. */
  chosen: boolean;
}

export function startSitting(keys: readonly RecordKey[], chosen = false): Sitting {
  return { keys: [...keys], at: 0, decided: [], chosen };
}

/** The near miss that is in front; null at the end. */
export function inFront({ keys, at }: Sitting): RecordKey | null {
  return keys[at] ?? null;
}

/** One of its near misses in front. */
export function movedTo(sitting: Sitting, key: RecordKey): Sitting {
  const at = sitting.keys.indexOf(key);
  return at === -1 ? sitting : { ...sitting, at };
}

/** One on or back, without deciding; on from the last is the end. */
export function moved(sitting: Sitting, by: 1 | -1): Sitting {
  const at = Math.min(Math.max(sitting.at + by, 0), sitting.keys.length);
  return { ...sitting, at };
}

/**
 * A near miss is decided, and the next one that is not comes in front; after the last, the end.
 * @param step names the edit; null when it changed nothing
 */
export function accepted(sitting: Sitting, key: RecordKey, step: number | null): Sitting {
  const before = sitting.decided.find((one) => one.key === key);
  const steps = [...(before?.steps ?? []), ...(step === null ? [] : [step])];
  const decided = [...sitting.decided.filter((one) => one !== before), { key, steps }];
  const place = sitting.keys.indexOf(key);
  const isLeft = (other: RecordKey) => !decided.some((one) => one.key === other);
  const at = sitting.keys.findIndex((other, index) => index > place && isLeft(other));
  return { ...sitting, decided, at: at === -1 ? sitting.keys.length : at };
}

/** The newest decision taken back, and its near miss in front again; the same if there is none. */
export function takenBack(sitting: Sitting): Sitting {
  const last = sitting.decided.at(-1);
  if (!last) return sitting;
  const steps = last.steps.slice(0, -1);
  return {
    ...sitting,
    decided: [...sitting.decided.slice(0, -1), ...(steps.length > 0 ? [{ ...last, steps }] : [])],
    at: sitting.keys.indexOf(last.key),
  };
}

/** Near misses that are there now: what waits since is added at the end, what went is left out. */
export function withArrivals(
  sitting: Sitting,
  waiting: readonly RecordKey[],
  isThere: (key: RecordKey) => boolean,
): Sitting {
  const known = new Set(sitting.keys);
  const arrived = sitting.chosen ? [] : waiting.filter((key) => !known.has(key));
  const stay = sitting.keys.filter(isThere);
  if (arrived.length === 0 && stay.length === sitting.keys.length) return sitting;
  const keys = [...stay, ...arrived];
  // Whoever has come to the end stays there; what came since is left over.
  const isAtEnd = sitting.keys.length > 0 && sitting.at === sitting.keys.length;
  const at = isAtEnd ? keys.length : sitting.keys.slice(0, sitting.at).filter(isThere).length;
  return { ...sitting, keys, at, decided: sitting.decided.filter(({ key }) => isThere(key)) };
}

/** What was not decided, in order. */
export function leftOver({ keys, decided }: Sitting): RecordKey[] {
  return keys.filter((key) => !decided.some((one) => one.key === key));
}

/** The first that was not decided in front again; the same if all are. */
export function backToLeftOver(sitting: Sitting): Sitting {
  const [first] = leftOver(sitting);
  return first === undefined ? sitting : movedTo(sitting, first);
}

/** What was chosen to come to this triage; a part that nobody said is not one. */
export function draftOf({ severity, recurrence, reason, review }: Triage): Draft {
  return {
    severity,
    recurrence,
    ...(reason === '' ? {} : { reason }),
    ...(review === '' ? {} : { review }),
  };
}

/** What stands there while a draft is made: the record's words, and over them what was chosen. */
export function drafted(before: Triage, draft: Draft, today: string): Triage {
  const kept = before.review > today ? before.review : '';
  return { ...before, review: kept || reviewDay(today), ...draft };
}

/**
 * The triage that accepting a draft with a decision comes to. A decision not to act has a day to
 * look again, and no other has one; a reason that was given for another decision goes with it.
 */
export function acceptedTriage(
  before: Triage,
  draft: Draft,
  decision: Decision,
  today: string,
): Triage {
  const triage = { ...drafted(before, draft, today), decision };
  const isChanged = before.decision !== null && before.decision !== decision;
  const reason = draft.reason ?? (isChanged ? '' : before.reason);
  return { ...triage, reason: reason.trim(), review: reviewOf(triage) };
}
