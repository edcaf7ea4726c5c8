// What is said of how saving goes, in words.

import { timeOfDay } from '@core/dates';
import type { SaveState } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { State } from '../../store/store';

export const NOT_SAVED = 'Not saved';

/** The words for one record, or for all that are open; null when there is nothing to say. */
export function saveWords(state: State, key?: RecordKey): string | null {
  return wordsOf(saveOf(state, key));
}

function wordsOf(save: SaveState | undefined): string | null {
  if (!save) return null;
  if (save.kind === 'saving') return 'Saving…';
  if (save.kind === 'not-saved') return NOT_SAVED;
  return save.at ? `Saved · ${timeOfDay(save.at)}` : 'Saved';
}

/** Of all records that are open, the worst; once all are saved, the last save there was. */
function saveOf({ open }: State, key?: RecordKey): SaveState | undefined {
  if (key !== undefined) return open[key]?.save;
  const saves = Object.values(open).map(({ save }) => save);
  const bad = (kind: SaveState['kind']) => saves.find((save) => save.kind === kind);
  const last = Math.max(0, ...saves.map((save) => (save.kind === 'saved' ? (save.at ?? 0) : 0)));
  return bad('not-saved') ?? bad('saving') ?? (last > 0 ? { kind: 'saved', at: last } : undefined);
}
