// All actions of a library, most worth doing first, and which of them are shown: by who, of which
// kind, overdue, open or done.

import { factsOf } from '../library/row-facts';
import { isOpenAction, type RankedAction, rankActions } from '../record/actions';
import type { Action } from '../record/model';
import { isoDate } from '../record/names';
import type { Row } from '../triage/queue';

export interface LibraryAction extends RankedAction {
  row: Row;
  /** Place in the record's own list. */
  index: number;
}

/** Every action of every row, in counterfactual order. */
export function libraryActions(rows: readonly Row[]): LibraryAction[] {
  const withActions = rows.filter(({ fields }) => fields.actions.length > 0);
  return rankActions(withActions.map((row) => ({ ...row.fields, row }))).map(
    ({ record, ...ranked }) => ({ ...ranked, row: record.row }),
  );
}

/** Open, and its day is over. What is not a date is never overdue. */
export function isOverdue(action: Action, today: string): boolean {
  const due = isoDate(action.due);
  return isOpenAction(action) && due !== null && due < today;
}

export interface ActionFilter {
  state: 'open' | 'done' | 'all';
  /** '' for actions without an owner; null for everybody's. */
  owner: string | null;
  kind: Action['kind'];
  overdue: boolean;
}

export const EVERY_OPEN_ACTION: ActionFilter = {
  state: 'open',
  owner: null,
  kind: null,
  overdue: false,
};

export function isShown(action: Action, filter: ActionFilter, today: string): boolean {
  if (filter.state !== 'all' && isOpenAction(action) !== (filter.state === 'open')) return false;
  if (filter.owner !== null && action.owner.trim() !== filter.owner) return false;
  if (filter.kind !== null && action.kind !== filter.kind) return false;
  return !filter.overdue || isOverdue(action, today);
}

/** Everybody who owns an action, by name; '' when there are actions nobody owns. */
export function ownersOf(actions: readonly { action: Action }[]): string[] {
  return [...new Set(actions.map(({ action }) => action.owner.trim()))].sort((a, b) =>
    a.localeCompare(b),
  );
}

/**
 * Where an action that was shown stands now in its record's list, which may have been changed
 * since; -1 when it is not there any more.
 */
export function placeOf(
  actions: readonly Action[],
  shown: Pick<LibraryAction, 'action' | 'index'>,
): number {
  const isIt = ({ id, what }: Action) => id === shown.action.id && what === shown.action.what;
  const there = actions[shown.index];
  return there && isIt(there) ? shown.index : actions.findIndex(isIt);
}

/** How many actions are open in all. */
export function countOpen(rows: readonly Row[]): number {
  return rows.reduce((count, row) => count + factsOf(row).open, 0);
}

/**
 * Actions still open in other near misses that share a theme with `record`, in counterfactual
 * order, and the themes they are about.
 */
export function stillOpenAbout(
  rows: readonly Row[],
  record: Pick<Row, 'key' | 'fields'>,
): { themes: string[]; actions: LibraryAction[] } {
  const themes = new Set(record.fields.themes);
  const others = rows.filter(
    ({ key, fields }) => key !== record.key && fields.themes.some((theme) => themes.has(theme)),
  );
  const actions = libraryActions(others).filter(({ action }) => isOpenAction(action));
  const about = [...themes].filter((theme) =>
    actions.some(({ row }) => row.fields.themes.includes(theme)),
  );
  return { themes: about, actions };
}
