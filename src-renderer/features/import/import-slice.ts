// An import from what it is read from to the near misses it becomes: what was dropped, chosen or
// pasted, what a person changed about it, and the way back afterwards. Nothing is written before
// `runImport`. What reads and what is shown are loaded when they are needed.

import type { CaptureForm } from '@core/capture/form';
import type { ColumnTarget } from '@core/import/columns';
import type { ImportItem, ImportSource } from '@core/import/entries';
import type { SourceContent } from '@core/import/source';
import type { RecordKey } from '@core/library/listing';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import { UNDO_TOPIC } from '../undo/undo-slice';
import { nearMisses, wereAdded } from './import-words';

interface Import {
  sources: ImportSource[];
  /** Entries that were ticked or unticked; the others are as their kind has it. */
  ticks: Record<string, boolean>;
  /** Entries as they were changed. */
  edits: Record<string, CaptureForm>;
  /** Entries that are written already. */
  added: Record<string, true>;
  /** Why an entry could not be written. */
  failures: Record<string, string>;
}

/** The last import, while it can be taken back or done again. */
interface LastImport {
  keys: RecordKey[];
  trashIds: string[];
}

export interface ImportSlice {
  importing: Import;
  /** Files are being read. */
  readingImport: boolean;
  /** null when nothing is being written. */
  importProgress: { done: number; total: number } | null;
  lastImport: LastImport | null;
  /** What stands in the field for text. */
  importDraft: string;
  draftImport(text: string): void;
  /** Goes to the import page with a text to be read there; a session is not left, and it waits. */
  importText(text: string): Promise<void>;
  /** The same with what the small capture window has handed over. */
  takeHandedOver(): Promise<void>;
  /** After a session: says that something waits on the import page. */
  sayWhatWaits(): void;
  /** The same with files that were dropped or chosen; their paths stay unknown. */
  importFiles(files: Promise<File[]> | File[]): Promise<void>;
  matchColumn(source: number, column: number, target: ColumnTarget): Promise<void>;
  tickEntries(ids: readonly string[], ticked: boolean): void;
  changeEntry(id: string, form: CaptureForm): void;
  clearImport(): void;
  /** Writes what was chosen, in its order. */
  runImport(chosen: readonly { id: string; item: ImportItem }[]): Promise<void>;
  importWritten(done: number, total: number): void;
  cancelImport(): void;
  /** Takes the last import back, or does it again; false when there is none. */
  stepImport(direction: 'undo' | 'redo'): boolean;
}

const nothing = (): Import => ({ sources: [], ticks: {}, edits: {}, added: {}, failures: {} });
let nextSource = 1;

export function createImportSlice(set: SetState, get: Get): ImportSlice {
  const change = (part: Partial<Import>) =>
    set(({ importing }) => ({ importing: { ...importing, ...part } }));

  const add = async (contents: readonly { name: string; content: SourceContent }[]) => {
    const { newSource } = await import('@core/import/entries');
    const sources = contents.map(({ name, content }) => {
      nextSource += 1;
      return newSource(nextSource, name, content);
    });
    change({ sources: [...get().importing.sources, ...sources] });
  };
  const reading = async (read: () => Promise<void>) => {
    if (!get().session) get().go({ name: 'import' });
    set({ readingImport: true });
    try {
      await read();
    } catch (error) {
      get().complain(error);
    } finally {
      set({ readingImport: false });
    }
  };

  const takeBack = async ({ keys }: LastImport) => {
    set({ lastImport: null });
    const { trashIds, failed } = await client.call('record:trash-many', { keys });
    set({ lastImport: { keys: [], trashIds } });
    const rest = failed.length > 0 ? ` ${nearMisses(failed.length, true)} stayed.` : '';
    const redo = { name: 'Put them back', run: () => void get().stepImport('redo') };
    const where =
      trashIds.length === 1 ? 'is in the library’s trash' : 'are in the library’s trash';
    get().say(`${nearMisses(trashIds.length, true)} ${where}.${rest}`, redo, UNDO_TOPIC);
  };
  const putBack = async ({ trashIds }: LastImport) => {
    set({ lastImport: null });
    const { keys } = await client.call('record:restore-many', { trashIds });
    set({ lastImport: { keys, trashIds: [] } });
    const undo = { name: 'Undo', run: () => void get().stepImport('undo') };
    get().say(wereAdded(keys.length), undo, UNDO_TOPIC);
  };

  return {
    importing: nothing(),
    readingImport: false,
    importProgress: null,
    lastImport: null,
    importDraft: '',

    draftImport: (importDraft) => set({ importDraft }),

    importText(text) {
      return reading(async () => {
        const { readAnyPaste } = await import('@core/import/source');
        await add([{ name: '', content: readAnyPaste(text) }]);
      });
    },

    async takeHandedOver() {
      try {
        const texts = get().library ? await client.call('import:handed-over') : [];
        if (texts.length === 0) return;
        // The dialog's form keeps its text.
        if (!get().session) get().closeCapture();
        for (const text of texts) await get().importText(text);
      } catch (error) {
        get().complain(error);
      }
    },

    sayWhatWaits() {
      if (get().importing.sources.length === 0) return;
      get().say('Near misses wait under Import.', {
        name: 'Look at each',
        run: () => get().go({ name: 'import' }),
      });
    },

    importFiles(files) {
      return reading(async () => {
        const { readFiles } = await import('./read-files');
        await add(await readFiles(await files));
      });
    },

    async matchColumn(source, column, target) {
      const { withTarget } = await import('@core/import/columns');
      change({
        sources: get().importing.sources.map((other) =>
          other.id === source
            ? { ...other, targets: withTarget(other.targets, column, target) }
            : other,
        ),
      });
    },

    tickEntries(ids, ticked) {
      const ticks = { ...get().importing.ticks };
      for (const id of ids) ticks[id] = ticked;
      change({ ticks });
    },

    changeEntry(id, form) {
      change({ edits: { ...get().importing.edits, [id]: form } });
    },

    clearImport() {
      set({ importing: nothing() });
    },

    async runImport(chosen) {
      if (get().importProgress || chosen.length === 0) return;
      set({ importProgress: { done: 0, total: chosen.length } });
      try {
        const items = chosen.map(({ item }) => item);
        const outcome = await client.call('import:add', { items });
        const keys = outcome.added.map(({ key }) => key);
        const added = { ...get().importing.added };
        const failures: Import['failures'] = {};
        for (const { place } of outcome.added) added[chosen[place]?.id ?? ''] = true;
        for (const { place, reason } of outcome.failed) failures[chosen[place]?.id ?? ''] = reason;
        change({ added, failures });
        if (keys.length > 0) set({ lastImport: { keys, trashIds: [] } });
        if (keys.length === chosen.length) {
          get().clearImport();
          set({ selected: keys[0] ?? null });
          get().go({ name: 'home' });
        }
        const undo = { name: 'Undo', run: () => void get().stepImport('undo') };
        const words = `${outcome.cancelled ? 'Stopped. ' : ''}${wereAdded(keys.length)}`;
        get().say(words, keys.length > 0 ? undo : undefined, UNDO_TOPIC);
      } catch (error) {
        get().complain(error);
      } finally {
        set({ importProgress: null });
      }
    },

    importWritten(done, total) {
      if (get().importProgress) set({ importProgress: { done, total } });
    },

    cancelImport() {
      client.call('import:cancel').catch(get().complain);
    },

    stepImport(direction) {
      const { lastImport } = get();
      const some = direction === 'undo' ? lastImport?.keys : lastImport?.trashIds;
      if (!lastImport || !some?.length) return false;
      const step = direction === 'undo' ? takeBack : putBack;
      void step(lastImport).catch((error) => {
        set({ lastImport });
        get().complain(error);
      });
      return true;
    },
  };
}
