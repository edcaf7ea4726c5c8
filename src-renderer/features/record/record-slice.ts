// The records that are open, edited optimistically: the page shows an edit at once, main has it
// in the journal within a quarter of a second, and says when it is on the disk.

import { AppError } from '@core/errors';
import type { RecordView, SaveState } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordFields, SectionKey } from '@core/record/model';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import { EditQueue, withPending } from './edit-queue';

export interface RecordSlice {
  open: Record<RecordKey, RecordView>;
  openRecord(key: RecordKey): Promise<RecordView | null>;
  editFields(key: RecordKey, fields: Partial<RecordFields>): void;
  editSection(key: RecordKey, section: SectionKey, text: string): void;
  /** Hands everything typed to main; resolves when main has it. */
  flushEdits(): Promise<void>;
  recordChanged(key: RecordKey, view: RecordView | null): void;
  saveStateChanged(key: RecordKey, save: SaveState): void;
  saveNow(key: RecordKey): Promise<void>;
  renameFile(key: RecordKey): Promise<void>;
  keepMine(key: RecordKey): Promise<void>;
  takeTheirs(key: RecordKey): Promise<void>;
}

/** Together with the way to main and the fsync this stays within the journal's 250 ms. */
const SEND_AFTER_MS = 100;

export function createRecordSlice(set: SetState, get: Get): RecordSlice {
  const queue = new EditQueue(SEND_AFTER_MS, async (key, edit, base) => {
    try {
      const { revision } = await client.call('record:edit', { key, edit, base });
      change(key, (view) => ({ ...view, revision }));
    } catch (error) {
      // A conflict has been told as a save state already, with both versions.
      if (error instanceof AppError && error.code === 'conflict') return;
      setSave(key, { kind: 'not-saved', reason: error instanceof Error ? error.message : '' });
    }
  });

  const change = (key: RecordKey, update: (view: RecordView) => RecordView) =>
    set((state) => {
      const view = state.open[key];
      return view ? { open: { ...state.open, [key]: update(view) } } : {};
    });
  const setSave = (key: RecordKey, save: SaveState) => change(key, (view) => ({ ...view, save }));

  return {
    open: {},

    async openRecord(key) {
      try {
        const view = await client.call('record:open', { key });
        set((state) => ({
          open: { ...state.open, [key]: withPending(view, queue.pendingOf(key)) },
        }));
        return view;
      } catch (error) {
        get().complain(error);
        return null;
      }
    },

    editFields(key, fields) {
      const view = get().open[key];
      if (!view || view.readOnly) return;
      queue.fields(key, fields, view.content.fields);
      change(key, (current) => ({
        ...current,
        save: { kind: 'saving' },
        content: { ...current.content, fields: { ...current.content.fields, ...fields } },
      }));
    },

    editSection(key, section, text) {
      const view = get().open[key];
      if (!view || view.readOnly || view.content.sections[section] === text) return;
      queue.section(key, section, text, view.content.sections[section]);
      change(key, (current) => ({
        ...current,
        save: { kind: 'saving' },
        content: {
          ...current.content,
          sections: { ...current.content.sections, [section]: text },
        },
      }));
    },

    flushEdits: () => queue.flush(),

    recordChanged(key, view) {
      if (!view) {
        const { [key]: gone, ...open } = get().open;
        set({ open });
        const { route } = get();
        if (gone && route.name === 'record' && route.key === key) {
          get().go({ name: 'home' });
          get().say(`“${gone.content.fields.title}” was moved or deleted outside the app.`);
        }
        return;
      }
      if (get().open[key]) change(key, () => withPending(view, queue.pendingOf(key)));
    },

    saveStateChanged(key, save) {
      // What is still on its way to main is not saved, whatever main says of the rest.
      if (save.kind === 'not-saved' || queue.pendingOf(key).length === 0) setSave(key, save);
    },

    async saveNow(key) {
      await queue.flush();
      try {
        setSave(key, await client.call('record:save', { key }));
      } catch (error) {
        setSave(key, { kind: 'not-saved', reason: error instanceof Error ? error.message : '' });
      }
    },

    async renameFile(key) {
      try {
        await queue.flush();
        const view = await client.call('record:rename-file', { key });
        change(key, () => view);
        get().say(`The file is now named ${view.path}.`);
      } catch (error) {
        get().complain(error);
      }
    },

    async keepMine(key) {
      const save = get().open[key]?.save;
      if (save?.kind !== 'not-saved') return;
      try {
        for (const { mine, theirs } of save.conflicts ?? []) {
          await client.call('record:edit', { key, edit: mine, base: theirs });
        }
        await get().openRecord(key);
      } catch (error) {
        get().complain(error);
      }
    },

    async takeTheirs(key) {
      try {
        const view = await client.call('record:take-theirs', { key });
        change(key, () => view);
      } catch (error) {
        get().complain(error);
      }
    },
  };
}
