// Takes a step back from a record as it is now: each place the step touched goes back to what it
// was, unless it is no longer what the step left. Lists and sections are merged, so that a barrier
// or a line changed elsewhere since stays.

import { nextActionId } from '@core/record/actions';
import { mergeText } from '@core/record/merge-text';
import type { Action, RecordContent, RecordFields, SectionKey } from '@core/record/model';
import type { Values } from './undo-history';
import { same, undoList, undoParts } from './undo-list';

export interface PutBack {
  /** What to set; empty when nothing can be put back. */
  values: Values;
  /** Places left as they are, because they have been changed since. */
  kept: (keyof RecordFields | SectionKey)[];
  /** The place in a list that changed, for the focus. */
  touched: { field: 'barriers' | 'actions'; index: number } | null;
}

export type Content = Pick<RecordContent, 'fields' | 'sections'>;

/**
 * @param from what the step left
 * @param to what was there before it; swapped, the step is done again
 */
export function putBack({ fields, sections }: Content, from: Values, to: Values): PutBack {
  const result: PutBack = { values: { fields: {}, sections: {} }, kept: [], touched: null };
  for (const place of Object.keys(to.fields) as (keyof RecordFields)[]) {
    backField(result, place, fields, from.fields as RecordFields, to.fields as RecordFields);
  }
  for (const place of Object.keys(to.sections) as SectionKey[]) {
    const merged = mergeText(from.sections[place] ?? '', sections[place], to.sections[place] ?? '');
    if (merged === null) result.kept.push(place);
    else if (merged !== sections[place]) result.values.sections[place] = merged;
  }
  return result;
}

function backField(
  result: PutBack,
  place: keyof RecordFields,
  now: RecordFields,
  from: RecordFields,
  to: RecordFields,
): void {
  const set = <P extends keyof RecordFields>(key: P, value: RecordFields[P]) => {
    if (!same(now[key], value)) result.values.fields[key] = value;
  };
  const keep = (isKept: boolean) => isKept && result.kept.push(place);
  switch (place) {
    case 'barriers': {
      const undone = undoList(now.barriers, from.barriers, to.barriers, ({ name }) => name);
      set('barriers', undone.items);
      keep(undone.kept);
      if (undone.at !== null) result.touched = { field: place, index: undone.at };
      return;
    }
    case 'actions': {
      const nameOf = ({ id, what }: Action) => id || what;
      const undone = undoList(now.actions, from.actions, to.actions, nameOf);
      set('actions', withOwnIds(undone.items, now.actions));
      keep(undone.kept);
      if (undone.at !== null) result.touched = { field: place, index: undone.at };
      return;
    }
    case 'services':
    case 'themes':
    case 'incidents': {
      const undone = undoList(now[place], from[place], to[place], (word) => word);
      set(place, undone.items);
      keep(undone.kept);
      return;
    }
    case 'triage': {
      const undone = undoParts(now.triage, from.triage, to.triage);
      set('triage', undone.item);
      keep(undone.kept);
      return;
    }
    case 'session': {
      const undone = undoParts(now.session, from.session, to.session);
      set('session', undone.item);
      keep(undone.kept);
      return;
    }
    default:
      if (same(now[place], from[place])) set(place, to[place]);
      else keep(!same(now[place], to[place]));
  }
}

/** The id of an action that comes back may have been given to a new one since. */
function withOwnIds(actions: readonly Action[], now: readonly Action[]): Action[] {
  const all = [...actions];
  actions.forEach((action, index) => {
    const isTaken = action.id !== '' && all.some((o, at) => at !== index && o.id === action.id);
    if (isTaken && !now.includes(action)) all[index] = { ...action, id: nextActionId(all) };
  });
  return all;
}

export function isEmpty({ fields, sections }: Values): boolean {
  return Object.keys(fields).length === 0 && Object.keys(sections).length === 0;
}

export function pick<T extends object>(from: T, places: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(places.map((place) => [place, from[place]])) as Partial<T>;
}
