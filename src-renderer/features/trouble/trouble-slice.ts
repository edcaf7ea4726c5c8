// What a person can do about a record that is not saved: try again, put a copy elsewhere, choose
// between two versions. Each says what came of it.

import { hasCode } from '@core/errors';
import type { SaveConflict } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit } from '@core/record/edit';
import { client } from '../../ipc/client';
import type { Get } from '../../store/store';
import type { Values } from '../undo/undo-history';
import { UNDO_TOPIC } from '../undo/undo-slice';

/** What is to stand in a place that was changed on two sides. */
export interface Choice {
  conflict: SaveConflict;
  chosen: RecordEdit;
}

export interface TroubleSlice {
  tryAgain(key: RecordKey): Promise<void>;
  saveCopy(key: RecordKey): Promise<void>;
  /** Resolves with whether all of it is settled. */
  settle(key: RecordKey, choices: readonly Choice[]): Promise<boolean>;
}

/** Messages about saving replace one another. */
const TOPIC = 'save';

export function createTroubleSlice(get: Get): TroubleSlice {
  return {
    async tryAgain(key) {
      const save = await get().saveNow(key);
      if (save.kind === 'saved') get().say('Saved.', undefined, TOPIC);
      if (save.kind === 'not-saved') {
        get().say(`Still not saved: ${save.reason}.`, undefined, TOPIC);
      }
    },

    async saveCopy(key) {
      try {
        await get().flushEdits();
        const [left] = get().leftHere(key);
        const place = await client.call('record:save-copy', { key });
        if (place === null) return;
        const but = left ? `, without what you typed last: ${left.reason}` : '';
        get().say(`A copy was saved to ${place}${but}.`, undefined, TOPIC);
      } catch (error) {
        get().complain(error);
      }
    },

    async settle(key, choices) {
      try {
        for (const { conflict, chosen } of choices) {
          await client.call('record:edit', { key, edit: chosen, base: conflict.theirs });
        }
      } catch (error) {
        if (hasCode(error, 'conflict')) {
          get().say('It was changed outside once more. Please choose again.', undefined, TOPIC);
        } else get().complain(error);
        return false;
      }
      const step = get().rememberStep(key, {
        kind: 'edit',
        label:
          choices.length === 1 ? 'a choice of versions' : `${choices.length} choices of versions`,
        before: valuesOf(choices.map(leftOut)),
        after: valuesOf(choices.map(({ chosen }) => chosen)),
      });
      await get().openRecord(key);
      const save = await get().saveNow(key);
      if (save.kind === 'saved') {
        const undo = { name: 'Undo', run: () => void get().undoStep(key, step) };
        get().say('Saved as you chose. Every version is in History.', undo, UNDO_TOPIC);
      }
      return true;
    },
  };
}

/** What undoing a choice brings back: the version that was not taken; of both, mine. */
function leftOut({ conflict, chosen }: Choice): RecordEdit {
  const { mine, theirs } = conflict;
  return JSON.stringify(chosen) === JSON.stringify(mine) ? theirs : mine;
}

/** What edits of one place each put there. */
export function valuesOf(edits: readonly RecordEdit[]): Values {
  const values: Values = { fields: {}, sections: {} };
  for (const edit of edits) {
    if (edit.kind === 'section') values.sections[edit.section] = edit.text;
    else Object.assign(values.fields, edit.fields);
  }
  return values;
}
