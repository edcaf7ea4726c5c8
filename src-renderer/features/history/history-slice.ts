// The versions of a record that can be brought back. Bringing one back is a step that can be
// undone, unless something else has been saved over it since.

import { timeOfDay } from '@core/dates';
import type { Version } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { client } from '../../ipc/client';
import type { Get } from '../../store/store';
import { UNDO_TOPIC } from '../undo/undo-slice';

export interface HistorySlice {
  /** Newest first; null when they cannot be read, which is said. */
  versionsOf(key: RecordKey): Promise<Version[] | null>;
  /** The text of a version, or of the file as it is now. Raises AppError `not-found`. */
  versionText(key: RecordKey, hash: string | null): Promise<string>;
  restoreVersion(key: RecordKey, version: Version): Promise<void>;
}

export function createHistorySlice(get: Get): HistorySlice {
  /** Puts a version back; gives the hash of what it took the place of. */
  const bringBack = async (key: RecordKey, hash: string): Promise<string> => {
    await get().flushEdits();
    const { view, before } = await client.call('record:restore-version', { key, hash });
    get().showRecord(view);
    return before;
  };
  /** Takes a restored version back, if it is still what the file holds. */
  const swap = async (key: RecordKey, left: string, wanted: string): Promise<boolean> => {
    try {
      await get().saveNow(key);
      const current = (await client.call('record:history', { key })).find((one) => one.current);
      if (current?.hash === left) {
        await bringBack(key, wanted);
        return true;
      }
      get().say(
        'The record was changed since. Every version is in History.',
        undefined,
        UNDO_TOPIC,
      );
    } catch (error) {
      get().complain(error);
    }
    return false;
  };

  return {
    async versionsOf(key) {
      try {
        await get().flushEdits();
        return await client.call('record:history', { key });
      } catch (error) {
        get().complain(error);
        return null;
      }
    },

    async versionText(key, hash) {
      const { text } =
        hash === null
          ? await client.call('library:read-file', { key })
          : await client.call('record:version', { key, hash });
      return text;
    },

    async restoreVersion(key, { hash, at }) {
      try {
        const before = await bringBack(key, hash);
        const time = timeOfDay(at);
        if (before === hash) {
          get().say(`The file holds the version of ${time} already.`, undefined, UNDO_TOPIC);
          return;
        }
        const step = get().rememberStep(key, {
          kind: 'whole',
          label: `version of ${time} restored`,
          undo: () => swap(key, hash, before),
          redo: () => swap(key, before, hash),
        });
        const undo = { name: 'Undo', run: () => void get().undoStep(key, step) };
        get().say(`Restored the version of ${time}.`, undo, UNDO_TOPIC);
      } catch (error) {
        get().complain(error);
      }
    },
  };
}
