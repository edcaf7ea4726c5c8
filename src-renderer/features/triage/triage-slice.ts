// Going through near misses one at a time. What is chosen stays here until it is accepted, also
// when someone leaves the page; what is accepted is an edit like any other, and can be undone.

import type { RecordKey } from '@core/library/listing';
import type { Decision } from '@core/record/model';
import { toTriage } from '@core/triage/queue';
import {
  accepted,
  acceptedTriage,
  backToLeftOver,
  type Draft,
  draftOf,
  inFront,
  leftOver,
  moved,
  movedTo,
  type Sitting,
  startSitting,
  takenBack,
  withArrivals,
} from '@core/triage/sitting';
import { statusAfterTriage } from '@core/triage/with-triage';
import type { Get, SetState } from '../../store/store';
import { today } from '../../ui/today';
import { freshRows } from '../library/fresh-rows';

export interface TriageSlice {
  sitting: Sitting | null;
  drafts: Record<RecordKey, Draft>;
  /**
   * Opens the page on what waits, where one was or on the one that is asked for; one that does not
   * wait is looked at again, alone.
   */
  triageNow(key?: RecordKey): void;
  /** Takes in what was captured, and what went, since. */
  refreshSitting(): void;
  moveTriage(by: 1 | -1): void;
  /** Back to what was not decided. */
  triageLeftOver(): void;
  draftTriage(key: RecordKey, draft: Draft): void;
  /** Decides on the near miss in front, and brings the next one. */
  acceptTriage(decision: Decision): void;
  /** Takes back what was decided last in this sitting, and returns to it. */
  takeBackTriage(): Promise<void>;
}

export function createTriageSlice(set: SetState, get: Get): TriageSlice {
  const setSitting = (change: (sitting: Sitting) => Sitting) => {
    const { sitting } = get();
    if (!sitting) return;
    const next = change(sitting);
    if (next !== sitting) set({ sitting: next });
  };
  const current = (sitting: Sitting) => {
    const rows = freshRows(get());
    const there = new Set(rows.map(({ key }) => key));
    const waiting = toTriage(rows).map(({ key }) => key);
    return withArrivals(sitting, waiting, (key) => there.has(key));
  };
  return {
    sitting: null,
    drafts: {},

    triageNow(key) {
      const { sitting } = get();
      const goesOn = sitting && !sitting.chosen && leftOver(sitting).length > 0;
      const waiting = current(goesOn ? sitting : startSitting([]));
      const isAlone = key !== undefined && !leftOver(waiting).includes(key);
      if (isAlone) set({ sitting: startSitting([key], true) });
      else set({ sitting: key === undefined ? waiting : movedTo(waiting, key) });
      get().go({ name: 'triage' });
    },

    refreshSitting: () => setSitting(current),
    moveTriage: (by) => setSitting((sitting) => moved(sitting, by)),
    triageLeftOver: () => setSitting(backToLeftOver),

    draftTriage(key, draft) {
      set(({ drafts }) => ({ drafts: { ...drafts, [key]: { ...drafts[key], ...draft } } }));
    },

    acceptTriage(decision) {
      const { sitting, open, drafts, editFields } = get();
      const key = sitting && inFront(sitting);
      const view = key ? open[key] : undefined;
      if (!key || !view || view.readOnly) return;
      const { fields } = view.content;
      const triage = acceptedTriage(fields.triage, drafts[key] ?? {}, decision, today());
      const step = editFields(key, { triage, status: statusAfterTriage(fields.status, triage) });
      const { [key]: _accepted, ...others } = drafts;
      set({ drafts: others });
      setSitting((now) => accepted(now, key, step));
    },

    async takeBackTriage() {
      const last = get().sitting?.decided.at(-1);
      if (!last) return;
      const decided = get().open[last.key]?.content.fields.triage;
      // What was chosen is there again, to be changed rather than chosen anew.
      if (decided) get().draftTriage(last.key, draftOf(decided));
      setSitting(takenBack);
      const step = last.steps.at(-1);
      if (step !== undefined) await get().undoStep(last.key, step);
    },
  };
}
