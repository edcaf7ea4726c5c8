// The form of a near miss that is being captured, the same in the dialog and in the small window.
// What changes many fields at once says so, and can be taken back.

import {
  type CaptureForm,
  canSave,
  changed,
  emptyForm,
  filled,
  isEmpty,
  recordOf,
  typedSince,
  withoutChange,
} from '@core/capture/form';
import { readTemplate } from '@core/capture/paste';
import { messageOf } from '@core/errors';
import type { RecordView } from '@core/ipc/contract';
import { client } from '../../ipc/client';

/** What happened to the whole form; `change` while it can be taken back. */
interface CaptureNote {
  text: string;
  change: { before: CaptureForm; after: CaptureForm } | null;
}

export interface FormSlice {
  form: CaptureForm;
  captureNote: CaptureNote | null;
  /** How often something was pasted into this form. */
  pastes: number;
  /** How many near misses were saved: a form that still says something afterwards is too late. */
  captured: number;
  savingCapture: boolean;
  /** Why it could not be saved; '' when nothing went wrong. */
  captureError: string;
  changeForm(change: Partial<CaptureForm>): void;
  /** The whole form gives way to another, which is said and can be taken back. */
  replaceForm(after: CaptureForm, text: string): void;
  /** Fills the form from text in the capture template; false when it is not one. */
  pasteTemplate(text: string): boolean;
  emptyCapture(): void;
  /** Takes the last change of the whole form back; what was typed since stays. */
  undoCapture(): void;
  /** Writes the record; `thenSession` goes on to a session on it, when none is being held. */
  saveCapture(thenSession?: boolean): Promise<void>;
}

type Set = (change: Partial<FormSlice> | ((state: FormSlice) => Partial<FormSlice>)) => void;

const TYPED_SINCE =
  'Saved without this, which was typed in the meantime: it is the beginning of another near miss.';

/** `saved` is told of the record once it is written and the form holds it no more. */
export function createFormSlice(
  set: Set,
  get: () => FormSlice,
  saved: (view: RecordView, thenSession: boolean) => void | Promise<void>,
): FormSlice {
  return {
    form: emptyForm(),
    captureNote: null,
    pastes: 0,
    captured: 0,
    savingCapture: false,
    captureError: '',

    changeForm(change) {
      set(({ form }) => ({ form: changed(form, change) }));
    },

    replaceForm(after, text) {
      set(({ form: before }) => ({
        form: after,
        captureNote: { text, change: { before, after } },
      }));
    },

    pasteTemplate(text) {
      const found = readTemplate(text);
      if (!found || get().savingCapture) return false;
      const pastes = get().pastes + 1;
      set({ pastes });
      // Other words each time, so that each paste is heard.
      const times = pastes > 1 ? ` This was paste ${pastes}.` : '';
      get().replaceForm(
        filled(get().form, found),
        `Filled in from what you pasted.${times} Have a look before you save.`,
      );
      return true;
    },

    emptyCapture() {
      if (get().savingCapture) return;
      set({ captureError: '' });
      get().replaceForm(emptyForm(), 'The form is empty.');
    },

    undoCapture() {
      const { captureNote, form, savingCapture } = get();
      if (!captureNote?.change || savingCapture) return;
      set({
        form: withoutChange(form, captureNote.change),
        captureNote: { text: 'The form is as it was before.', change: null },
      });
    },

    async saveCapture(thenSession = false) {
      const { form, savingCapture } = get();
      if (savingCapture || !canSave(form)) return;
      set({ savingCapture: true, captureError: '' });
      try {
        const view = await client.call('record:create', recordOf(form));
        set((state) => {
          // A slow disk takes its time, and nobody stops typing for it.
          const since = typedSince(form, state.form);
          const isNothing = isEmpty(since);
          return {
            form: since,
            captureNote: isNothing ? null : { text: TYPED_SINCE, change: null },
            pastes: 0,
            captured: state.captured + (isNothing ? 1 : 0),
          };
        });
        await saved(view, thenSession);
      } catch (error) {
        // Said with the form, where what was typed still stands.
        set({ captureError: messageOf(error) });
      } finally {
        set({ savingCapture: false });
      }
    },
  };
}
