// The actions of the whole library: which are shown, and what is changed about one without its
// record being in sight. Each change is an edit of the record like any other, and can be undone.

import {
  type ActionFilter,
  EVERY_OPEN_ACTION,
  type LibraryAction,
  placeOf,
} from '@core/actions/library-actions';
import { longDate } from '@core/dates';
import type { RecordKey } from '@core/library/listing';
import type { Action } from '@core/record/model';
import type { Get, SetState } from '../../store/store';

export interface ActionsSlice {
  actionFilter: ActionFilter;
  filterActions(change: Partial<ActionFilter>): void;
  /** `said` is what to tell of the change. */
  changeAction(shown: LibraryAction, part: Partial<Action>, said?: string): Promise<void>;
  /** A decision not to act stands until another day. */
  keepDecision(key: RecordKey, review: string): Promise<void>;
}

export function createActionsSlice(set: SetState, get: Get): ActionsSlice {
  /** The record, to be changed; null when it cannot be, which is said. */
  const toChange = async (key: RecordKey) => {
    const view = get().open[key] ?? (await get().openRecord(key));
    if (view?.readOnly) get().say('This near miss can only be read here.');
    return view?.readOnly ? null : view;
  };
  return {
    actionFilter: EVERY_OPEN_ACTION,

    filterActions(change) {
      set(({ actionFilter }) => ({ actionFilter: { ...actionFilter, ...change } }));
    },

    async changeAction(shown, part, said) {
      const { key } = shown.row;
      const view = await toChange(key);
      if (!view) return;
      const { actions } = view.content.fields;
      const place = placeOf(actions, shown);
      if (place === -1) {
        get().say('This action was changed meanwhile. Nothing was changed here.');
        return;
      }
      const changed = actions.map((action, at) => (at === place ? { ...action, ...part } : action));
      get().editFields(key, { actions: changed }, said);
    },

    async keepDecision(key, review) {
      const view = await toChange(key);
      if (!view) return;
      const { triage, title } = view.content.fields;
      const said = `“${title}” stays as decided, and is looked at again on ${longDate(review)}.`;
      get().editFields(key, { triage: { ...triage, review } }, said);
    },
  };
}
