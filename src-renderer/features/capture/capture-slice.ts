// The capture dialog's form: kept when the dialog closes, emptied when the near miss is saved.
// What changes many fields at once says so, and can be taken back.

import { readTemplate } from '@core/capture/paste';
import { messageOf } from '@core/errors';
import { thanksTo } from '@core/session/thanks';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import {
  type CaptureForm,
  canSave,
  emptyForm,
  filled,
  recordOf,
  withoutChange,
} from './capture-form';

/** What happened to the whole form; `change` while it can be taken back. */
interface CaptureNote {
  text: string;
  change: { before: CaptureForm; after: CaptureForm } | null;
}

export interface CaptureSlice {
  capturing: boolean;
  form: CaptureForm;
  captureNote: CaptureNote | null;
  /** How often something was pasted into this form. */
  pastes: number;
  /** How many near misses were saved: a form that still says something afterwards is too late. */
  captured: number;
  savingCapture: boolean;
  /** Why it could not be saved; '' when nothing went wrong. */
  captureError: string;
  openCapture(): void;
  closeCapture(): void;
  changeForm(change: Partial<CaptureForm>): void;
  /** Fills the form from text in the capture template; false when it is not one. */
  pasteTemplate(text: string): boolean;
  emptyCapture(): void;
  /** Takes the last paste or emptying back; what was typed since stays. */
  undoCapture(): void;
  /** Writes the record; `thenSession` goes on to a session on it, when none is being held. */
  saveCapture(thenSession?: boolean): Promise<void>;
}

export function createCaptureSlice(set: SetState, get: Get): CaptureSlice {
  const replace = (after: CaptureForm, text: string) =>
    set(({ form: before }) => ({ form: after, captureNote: { text, change: { before, after } } }));

  return {
    capturing: false,
    form: emptyForm(),
    captureNote: null,
    pastes: 0,
    captured: 0,
    savingCapture: false,
    captureError: '',

    openCapture() {
      if (get().library) set({ capturing: true });
    },

    closeCapture() {
      set({ capturing: false });
    },

    changeForm(change) {
      set((state) => ({ form: { ...state.form, ...change } }));
    },

    pasteTemplate(text) {
      const found = readTemplate(text);
      if (!found) return false;
      const pastes = get().pastes + 1;
      set({ pastes });
      // Other words each time, so that each paste is heard.
      const times = pastes > 1 ? ` This was paste ${pastes}.` : '';
      replace(
        filled(get().form, found),
        `Filled in from what you pasted.${times} Have a look before you save.`,
      );
      return true;
    },

    emptyCapture() {
      set({ captureError: '' });
      replace(emptyForm(), 'The form is empty.');
    },

    undoCapture() {
      const { captureNote, form } = get();
      if (!captureNote?.change) return;
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
        set((state) => ({
          capturing: false,
          form: emptyForm(),
          captureNote: null,
          pastes: 0,
          captured: state.captured + 1,
          selected: view.key,
        }));
        get().showRecord(view);
        const { reporter } = view.content.fields;
        // The opening of a session thanks by itself; a session that is being held goes on.
        if (thenSession && !get().session) await get().beginSession(view.key);
        else get().say(reporter ? thanksTo(reporter) : 'Thank you for raising it.');
      } catch (error) {
        // Said in the dialog, where what was typed still stands.
        set({ captureError: messageOf(error) });
      } finally {
        set({ savingCapture: false });
      }
    },
  };
}
