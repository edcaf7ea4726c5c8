// The records that are open, edited optimistically: the page shows an edit at once, main has it
// in the journal within a quarter of a second, and says when it is on the disk.

import { AppError, hasCode, messageOf } from '@core/errors';
import type { RecordView, SaveState, Unsaved } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit } from '@core/record/edit';
import { type Change, changeOf, type Upon } from '@core/record/merge-typing';
import type { RecordFields, SectionKey } from '@core/record/model';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import { onceNobodyTypes } from '../../ui/once-nobody-types';
import { EditQueue, withPending } from './edit-queue';
import { withSameParts } from './same-parts';

export interface RecordSlice {
  open: Record<RecordKey, RecordView>;
  openRecord(key: RecordKey): Promise<RecordView | null>;
  /** Takes in a record that main has just handed over. */
  showRecord(view: RecordView): void;
  /** Sets fields without a step to undo: people's edits go through `editFields`. */
  putFields(key: RecordKey, fields: Partial<RecordFields>): void;
  /** `upon` is what it was made of, where that may not be what is shown. */
  editSection(key: RecordKey, section: SectionKey, text: string, upon?: Upon): void;
  /** Hands everything typed to main; resolves when main has answered all of it. */
  flushEdits(): Promise<void>;
  /** What of this record, or of all, stands in this page alone: main has not taken it. */
  leftHere(key?: RecordKey): Unsaved[];
  /** Main has not got all that is typed, and has not refused it. */
  hasUnsent(): boolean;
  recordChanged(key: RecordKey, view: RecordView | null): void;
  saveStateChanged(key: RecordKey, save: SaveState): void;
  /** Resolves with the state it came to. */
  saveNow(key: RecordKey): Promise<SaveState>;
  renameFile(key: RecordKey): Promise<void>;
  /** Forgets all records: their library is closed. What main has refused of them is said. */
  forgetRecords(): void;
}

const UNREADABLE = {
  kind: 'not-saved',
  reason: 'the file is gone or cannot be read right now',
  kept: 'What you type is kept, and saved when the file is back.',
} as const;
/** What main has refused is nowhere else yet. */
const KEPT_HERE =
  'What you typed last is kept in this window only, and is tried again with what you type next.';

export function createRecordSlice(set: SetState, get: Get): RecordSlice {
  /** What main said last of each record's saving, and why it refused an edit, if it did. */
  const told = new Map<RecordKey, SaveState>();
  const refused = new Map<RecordKey, string>();
  /** The revision an edit came to: nothing is drawn for that alone, the next change shows it. */
  const answered = new Map<RecordKey, number>();
  /** What main handed over while edits were on their way, as it was: shown again without them. */
  const latest = new Map<RecordKey, RecordView>();

  const revisionOf = (key: RecordKey): number =>
    Math.max(get().open[key]?.revision ?? 0, answered.get(key) ?? 0);

  const send = async (key: RecordKey, edit: RecordEdit, base: RecordEdit): Promise<boolean> => {
    try {
      const seen = get().open[key] && revisionOf(key);
      const answer = await client.call('record:edit', {
        key,
        edit,
        base,
        ...(seen === undefined ? {} : { seen }),
      });
      const { revision } = answer;
      refused.delete(key);
      if (answer.merged) note(answer.merged);
      answered.set(key, revision);
      return true;
    } catch (error) {
      // In a conflict main has the edit, and has told both versions.
      if (hasCode(error, 'conflict')) return true;
      // As the clause that a reason is.
      refused.set(key, messageOf(error).replace(/\.$/, ''));
      return false;
    }
  };
  const typing = {
    tell: (key: RecordKey, section: SectionKey, change: Change) =>
      client.tell('record:type', { key, section, change }),
    inAPause: onceNobodyTypes,
  };
  const queue = new EditQueue(
    send,
    (key) => {
      const view = latest.get(key);
      if (queue.pendingOf(key).length === 0) latest.delete(key);
      if (view && view.revision >= revisionOf(key)) lay(view);
      else showSaveCalmly(key);
    },
    typing,
  );

  /** Nobody is told of an update that gives the view as it is. */
  const change = (key: RecordKey, update: (view: RecordView) => RecordView) => {
    const { open } = get();
    const view = open[key];
    const updated = view && update(view);
    if (updated && updated !== view) set({ open: { ...open, [key]: updated } });
  };

  /** What is true of the whole: main's word, and what has not reached main. */
  const saveOf = (key: RecordKey, revision = revisionOf(key)): SaveState => {
    const reason = refused.get(key);
    const said = told.get(key) ?? { kind: 'saved', at: null };
    const isAllInMain = queue.pendingOf(key).length === 0;
    if (!isAllInMain && reason !== undefined) {
      return { kind: 'not-saved', reason, kept: KEPT_HERE };
    }
    if (said.kind !== 'saved') return said;
    // News and answers overtake one another: this may be about what was there before an edit.
    const isOfNow = said.revision === undefined || said.revision >= revision;
    return isAllInMain && isOfNow ? said : { kind: 'saving' };
  };
  const showSave = (key: RecordKey) =>
    change(key, (view) => {
      const save = saveOf(key);
      const isSame = JSON.stringify(save) === JSON.stringify(view.save);
      return isSame ? view : { ...view, revision: revisionOf(key), save };
    });
  /** Someone who types on would see "Saved" for the blink of an eye, once a second. */
  const showSaveCalmly = (key: RecordKey) => {
    if (saveOf(key).kind === 'saved') onceNobodyTypes(() => showSave(key));
    else showSave(key);
  };
  const note = (view: RecordView) => {
    if (view.revision < (latest.get(view.key)?.revision ?? 0)) return;
    latest.set(view.key, view);
    told.set(view.key, view.save);
  };
  /** Shows a view under what main has not seen yet. */
  const lay = (view: RecordView) => {
    const whole = withPending(view, queue.pendingOf(view.key));
    const shown = withSameParts(get().open[view.key], whole);
    answered.delete(view.key);
    set((state) => ({
      open: { ...state.open, [view.key]: { ...shown, save: saveOf(view.key, view.revision) } },
    }));
  };
  const show = (view: RecordView) => {
    told.set(view.key, view.save);
    if (queue.pendingOf(view.key).length > 0) note(view);
    lay(view);
  };

  return {
    open: {},

    async openRecord(key) {
      try {
        const view = await client.call('record:open', { key });
        show(view);
        return view;
      } catch (error) {
        get().complain(error);
        return null;
      }
    },

    showRecord: show,

    putFields(key, fields) {
      const view = get().open[key];
      if (!view || view.readOnly) return;
      queue.fields(key, fields, view.content.fields);
      change(key, ({ content, ...rest }) => ({
        ...rest,
        save: saveOf(key),
        content: { ...content, fields: { ...content.fields, ...fields } },
      }));
    },

    editSection(key, section, text, upon) {
      const view = get().open[key];
      if (!view || view.readOnly || view.content.sections[section] === text) return;
      const before = view.content.sections[section];
      queue.section(key, section, text, upon ?? { before, change: changeOf(before, text) });
      change(key, ({ content, ...rest }) => ({
        ...rest,
        save: saveOf(key),
        content: { ...content, sections: { ...content.sections, [section]: text } },
      }));
    },

    flushEdits: () => queue.flush(),
    hasUnsent: () => !queue.isIdle,

    leftHere: (key) =>
      (key === undefined ? queue.keys() : [key])
        .filter((one) => queue.pendingOf(one).length > 0)
        .map((one) => ({
          title: get().open[one]?.content.fields.title ?? 'A near miss',
          reason: refused.get(one) ?? 'it is on its way to be saved',
        })),

    recordChanged(key, view) {
      const shown = get().open[key];
      if (!shown) return;
      if (view) {
        if (view.revision >= revisionOf(key)) show(view);
        return;
      }
      if (get().session?.recordKey === key) {
        // The room is not thrown out: what it types is kept, and saved when the file is back.
        told.set(key, UNREADABLE);
        showSave(key);
        return;
      }
      const { [key]: gone, ...open } = get().open;
      set({ open });
      told.delete(key);
      answered.delete(key);
      const { route } = get();
      if (gone && 'key' in route && route.key === key) {
        get().go({ name: 'home' });
        get().say(`“${gone.content.fields.title}” was moved or deleted outside the app.`);
      }
    },

    saveStateChanged(key, save) {
      told.set(key, save);
      showSaveCalmly(key);
    },

    async saveNow(key) {
      await queue.flush();
      const before = told.get(key);
      const answer = await client
        .call('record:save', { key })
        .catch((error): SaveState => ({ kind: 'not-saved', reason: messageOf(error) }));
      // News may overtake the answer: what was typed meanwhile is not in the file that it is about.
      if (told.get(key) === before) told.set(key, answer);
      showSave(key);
      return queue.pendingOf(key).length === 0 ? answer : saveOf(key);
    },

    async renameFile(key) {
      try {
        await queue.flush();
        const view = await client.call('record:rename-file', { key });
        show(view);
        get().say(`The file is now named ${view.path}.`);
      } catch (error) {
        get().complain(error);
      }
    },

    forgetRecords() {
      for (const { title, reason } of get().leftHere()) {
        const message = `What you typed last in “${title}” was not taken: ${reason}`;
        get().complain(new AppError('not-saved', message));
      }
      queue.clear();
      told.clear();
      answered.clear();
      refused.clear();
      latest.clear();
      get().forgetSteps();
      set({ open: {} });
    },
  };
}
