// One thing done to many near misses: each on its own, so that one that cannot be changed stops no
// other and is named with its reason. What was done is taken back as a whole. The way back from what
// was done last is kept here, for one near miss too: there is one key for it.

import { AppError, messageOf } from '@core/errors';
import { rowsByKey } from '@core/library/list-view';
import type { RecordKey } from '@core/library/listing';
import type { RecordFields } from '@core/record/model';
import { client } from '../../ipc/client';
import type { Toast } from '../../shell/shell-slice';
import type { Get, SetState } from '../../store/store';

export interface BulkSlice {
  /** What is being done to many just now. */
  bulk: { name: string; done: number; total: number } | null;
  /**
   * Changes fields of all that are selected, as one step. `change` gives what is different, null
   * for nothing. `said` tells it in a message: "Themes changed".
   */
  editChosen(said: string, change: FieldsChange): Promise<void>;
  trashChosen(): Promise<void>;
  /** No more are begun; what has been done stays. */
  stopBulk(): void;
  /**
   * Something was done, to one near miss or to many: the key that undoes takes back this, and nothing
   * older; null for what has no way back. Gives what to offer with the message.
   */
  rememberLast(undo: (() => Promise<void>) | null): Toast['action'];
  /** Takes back what was done last, if it was not taken back; says whether it did. */
  undoBulk(): boolean;
  /** Another library: nothing of what was done in this one is taken back there. */
  forgetBulk(): void;
}

export type FieldsChange = (fields: RecordFields) => Partial<RecordFields> | null;

/** What stood in the fields that were changed, and what stands there now. */
interface Changed {
  key: RecordKey;
  before: Partial<RecordFields>;
  after: Partial<RecordFields>;
}

interface Failed {
  title: string;
  reason: string;
}

interface Outcome<Out> {
  done: Out[];
  failed: Failed[];
}

/** As many failures are named one by one. */
const MOST_NAMED = 5;

export function createBulkSlice(set: SetState, get: Get): BulkSlice {
  let isStopped = false;
  let takeBack: (() => Promise<void>) | null = null;
  /** The import there was by then: one that came later is taken back first. */
  let after: unknown = null;

  /**
   * Does it to each in turn; gives what came of those it could be done to. null once another library
   * is open: what was done in the one before is neither told nor taken back there. `isHere` says
   * whether it is still the same one.
   */
  const each = async <T, Out>(
    name: string,
    items: readonly T[],
    keyOf: (item: T) => RecordKey,
    once: (item: T, isHere: () => boolean) => Promise<Out | null>,
  ): Promise<Outcome<Out> | null> => {
    isStopped = false;
    const folder = get().library?.folder;
    const isHere = () => get().library?.folder === folder;
    const done: Out[] = [];
    const failed: Failed[] = [];
    const titles = rowsByKey(get().listing.records);
    await get().flushEdits();
    for (const [index, item] of items.entries()) {
      if (isStopped || !isHere()) break;
      set({ bulk: { name, done: index, total: items.length } });
      try {
        const out = await once(item, isHere);
        if (out !== null) done.push(out);
      } catch (error) {
        const title = titles.get(keyOf(item))?.fields.title || 'Without a title';
        failed.push({ title, reason: messageOf(error) });
      }
    }
    set({ bulk: null });
    return isHere() ? { done, failed } : null;
  };
  const remember = (undo: typeof takeBack) => {
    takeBack = undo;
    after = get().lastImport;
    return undo ? { name: 'Undo', run: () => void undoNow(undo) } : undefined;
  };
  const tell = <Out>(
    said: string,
    outcome: Outcome<Out> | null,
    undo?: (done: readonly Out[]) => Promise<void>,
  ) => {
    if (!outcome) return;
    const { done, failed } = outcome;
    const count = done.length;
    const action = remember(count > 0 && undo ? () => undo(done) : null);
    if (count > 0) get().say(`${said} ${nearMisses(count)}.`, action, 'bulk');
    if (count === 0 && failed.length === 0) get().say('Nothing had to be changed.');
    if (failed.length > 0) get().complain(failedSentence(failed));
  };
  const undoNow = (undo: () => Promise<void>) => {
    if (takeBack === undo) takeBack = null;
    return undo();
  };

  const edit = async (
    key: RecordKey,
    change: FieldsChange,
    isHere: () => boolean,
  ): Promise<Changed | null> => {
    // As it stands with all that is typed, which the list may not show yet.
    const { content } = await client.call('record:open', { key });
    const after = change(content.fields);
    if (after === null || !isHere()) return null;
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, content.fields[field as keyof RecordFields]]),
    );
    await client.call('record:edit', {
      key,
      edit: { kind: 'fields', fields: after },
      base: { kind: 'fields', fields: before },
    });
    return { key, before, after };
  };
  const putBack = async (changed: readonly Changed[]) => {
    const undone = await each(
      'Undoing',
      changed,
      ({ key }) => key,
      async ({ key, before, after }) => {
        await client.call('record:edit', {
          key,
          edit: { kind: 'fields', fields: before },
          base: { kind: 'fields', fields: after },
        });
        return key;
      },
    );
    tell('Undone in', undone);
  };

  return {
    bulk: null,

    async editChosen(said, change) {
      const keys = [...get().chosen];
      const outcome = await each(
        said,
        keys,
        (key) => key,
        (key, isHere) => edit(key, change, isHere),
      );
      tell(`${said} in`, outcome, putBack);
    },

    async trashChosen() {
      const keys = [...get().chosen];
      const outcome = await each(
        'Moving to the trash',
        keys,
        (key) => key,
        async (key) => ({ key, ...(await client.call('record:trash', { key })) }),
      );
      if (outcome) get().chooseNone();
      tell('In the library’s trash:', outcome, async (done) => {
        const restored = await each(
          'Restoring',
          done,
          ({ key }) => key,
          ({ trashId }) => client.call('record:restore', { trashId }),
        );
        tell('Restored to where they were:', restored);
      });
    },

    stopBulk() {
      isStopped = true;
    },

    rememberLast: remember,

    undoBulk() {
      if (!takeBack || after !== get().lastImport) return false;
      void undoNow(takeBack);
      return true;
    },

    forgetBulk() {
      isStopped = true;
      takeBack = null;
    },
  };
}

function nearMisses(count: number): string {
  return count === 1 ? 'one near miss' : `${count} near misses`;
}

function failedSentence(failed: readonly Failed[]): AppError {
  const named = failed
    .slice(0, MOST_NAMED)
    .map(({ title, reason }) => `“${title}” was left as it is: ${reason}`);
  const others = failed.length - named.length;
  const rest =
    others > 0 ? [`So ${others === 1 ? 'was one other' : `were ${others} others`}.`] : [];
  return new AppError('unexpected', [...named, ...rest].join(' '));
}
