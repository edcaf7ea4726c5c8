// Near misses that are selected to do something with all of them. Only what is in the list can be:
// what leaves it is selected no longer.

import type { RecordKey } from '@core/library/listing';
import type { Get, SetState } from '../../store/store';
import { shownOf } from './shown';

export interface ChoiceSlice {
  chosen: ReadonlySet<RecordKey>;
  /** What is picked out becomes the first that is selected, if none is. */
  startChoosing(): void;
  toggleChosen(key: RecordKey): void;
  /** Selects all from where selecting began up to this one, and those that were selected before. */
  chooseTo(key: RecordKey): void;
  chooseAll(): void;
  chooseNone(): void;
  /** Those that have left the list are selected no longer. */
  chooseShown(): void;
}

const NONE: ReadonlySet<RecordKey> = new Set();

export function createChoiceSlice(set: SetState, get: Get): ChoiceSlice {
  /** Where a run of selected rows begins, and what was selected without it. */
  let from: { key: RecordKey; others: ReadonlySet<RecordKey> } | null = null;

  return {
    chosen: NONE,

    startChoosing() {
      const { chosen, selected } = get();
      if (chosen.size === 0 && selected !== null) set({ chosen: new Set([selected]) });
    },

    toggleChosen(key) {
      const chosen = new Set(get().chosen);
      if (!chosen.delete(key)) chosen.add(key);
      from = { key, others: chosen };
      set({ chosen });
    },

    chooseTo(key) {
      const { order, places } = shownOf(get());
      const { chosen, selected } = get();
      if (chosen.size === 0 || !from || !places.has(from.key)) {
        from = { key: selected ?? key, others: chosen };
      }
      const a = places.get(from.key) ?? 0;
      const b = places.get(key) ?? 0;
      const run = order.slice(Math.min(a, b), Math.max(a, b) + 1);
      set({ chosen: new Set([...from.others, ...run.map((row) => row.key)]) });
    },

    chooseAll() {
      set({ chosen: new Set(shownOf(get()).order.map(({ key }) => key)) });
    },

    chooseNone() {
      from = null;
      if (get().chosen.size > 0) set({ chosen: NONE });
    },

    chooseShown() {
      const { chosen } = get();
      if (chosen.size === 0) return;
      const { places } = shownOf(get());
      const left = [...chosen].filter((key) => places.has(key));
      if (left.length < chosen.size) set({ chosen: new Set(left) });
    },
  };
}
