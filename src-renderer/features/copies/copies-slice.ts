// Other versions of near misses that sync tools and Git have left: compared, merged as a person
// chooses, and moved to the trash only when a person says so.

import { hasCode } from '@core/errors';
import type { CopyView } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { client } from '../../ipc/client';
import type { Get } from '../../store/store';
import { type Choice, valuesOf } from '../trouble/trouble-slice';
import { UNDO_TOPIC } from '../undo/undo-slice';

export interface CopiesSlice {
  /** The comparison, with what is typed last; null when that failed, which is said. */
  compareCopy(key: RecordKey): Promise<CopyView | null>;
  /** Resolves with whether the near miss holds now what was chosen; why not is said. */
  mergeCopy(copy: CopyView, choices: readonly Choice[]): Promise<boolean>;
  trashCopy(copy: CopyView): Promise<void>;
}

/** Messages about other versions replace one another. */
const TOPIC = 'copies';

export function createCopiesSlice(get: Get): CopiesSlice {
  const mergeFile = async ({ of: { key, title } }: CopyView, choices: readonly Choice[]) => {
    const chosen = choices.filter(({ conflict, chosen }) => chosen !== conflict.mine);
    for (const { conflict, chosen: edit } of chosen) {
      await client.call('record:edit', { key, edit, base: conflict.mine });
    }
    await get().openRecord(key);
    const save = await get().saveNow(key);
    if (save.kind === 'not-saved') {
      get().say(`Not saved yet: ${save.reason}. Open “${title}” to see to it.`, undefined, TOPIC);
      return false;
    }
    if (chosen.length === 0) return true;
    const step = get().rememberStep(key, {
      kind: 'edit',
      label: 'a merge with another version',
      before: valuesOf(chosen.map(({ conflict }) => conflict.mine)),
      after: valuesOf(chosen.map((choice) => choice.chosen)),
    });
    const undo = { name: 'Undo', run: () => void get().undoStep(key, step) };
    get().say(`Merged into “${title}”.`, undo, UNDO_TOPIC);
    return true;
  };

  const settleFile = async ({ key, hash, of }: CopyView, choices: readonly Choice[]) => {
    const edits = choices.flatMap(({ conflict, chosen }) =>
      chosen === conflict.mine ? [] : [chosen],
    );
    get().showRecord(await client.call('copy:resolve', { key, hash, edits }));
    const words = 'The file with both versions is kept in its history.';
    get().say(`“${of.title}” is one again. ${words}`, undefined, TOPIC);
    return true;
  };

  return {
    async compareCopy(key) {
      try {
        await get().flushEdits();
        return await client.call('copy:open', { key });
      } catch (error) {
        get().complain(error);
        return null;
      }
    },

    async mergeCopy(copy, choices) {
      try {
        await get().flushEdits();
        return await (isInOneFile(copy) ? settleFile : mergeFile)(copy, choices);
      } catch (error) {
        // What main could not merge it keeps, and tells with the record.
        if (!isInOneFile(copy)) await get().openRecord(copy.of.key);
        if (hasCode(error, 'conflict')) {
          const words = `“${copy.of.title}” was changed meanwhile. Please compare again.`;
          get().say(words, undefined, TOPIC);
        } else get().complain(error);
        return false;
      }
    },

    async trashCopy({ key, path }) {
      try {
        const { trashId } = await client.call('record:trash', { key });
        get().sayTrashed(path, trashId, TOPIC);
      } catch (error) {
        get().complain(error);
      }
    },
  };
}

/** Both versions are in the file of the near miss itself. */
export function isInOneFile({ key, of }: CopyView): boolean {
  return of.key === key;
}
