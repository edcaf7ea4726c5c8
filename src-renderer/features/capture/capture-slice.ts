// The capture dialog's form: kept when the dialog closes, emptied when the near miss is saved.

import { type CapturedFields, readTemplate, titleFrom } from '@core/capture/paste';
import { isoDay } from '@core/dates';
import type { NewRecord } from '@core/ipc/contract';
import type { Impact } from '@core/record/model';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import { thanksTo } from '../session/thanks';

export interface CaptureForm {
  title: string;
  almost: string;
  saved: string;
  close: string;
  impact: Impact | null;
  customers: string;
  latent: string;
  could: string;
  notes: string;
  occurred: string;
  services: string[];
  themes: string[];
  reporter: string;
  inConfidence: boolean;
}

export interface CaptureSlice {
  capturing: boolean;
  form: CaptureForm;
  savingCapture: boolean;
  /** Why it could not be saved; '' when nothing went wrong. */
  captureError: string;
  openCapture(): void;
  closeCapture(): void;
  changeForm(change: Partial<CaptureForm>): void;
  /** Fills the form from text in the capture template; false when it is not one. */
  pasteTemplate(text: string): boolean;
  /** Writes the record; `thenSession` goes on to a session on it. */
  saveCapture(thenSession?: boolean): Promise<void>;
}

export function emptyForm(): CaptureForm {
  return {
    title: '',
    almost: '',
    saved: '',
    close: '',
    impact: null,
    customers: '',
    latent: '',
    could: '',
    notes: '',
    occurred: isoDay(new Date()),
    services: [],
    themes: [],
    reporter: '',
    inConfidence: false,
  };
}

/** One field is enough, whichever it is. */
export function canSave(form: CaptureForm): boolean {
  return [form.title, form.almost, form.saved, form.close, form.customers, form.latent].some(
    (text) => text.trim() !== '',
  );
}

/** The record the form describes. Told in confidence, no name leaves the form. */
export function recordOf(form: CaptureForm): NewRecord {
  const firstText = [form.almost, form.saved, form.close, form.latent, form.customers].find(
    (text) => text.trim() !== '',
  );
  return {
    fields: {
      title: form.title.trim() || titleFrom(firstText ?? ''),
      occurred: form.occurred.trim() || isoDay(new Date()),
      reporter: form.inConfidence ? '' : form.reporter.trim(),
      services: form.services,
      themes: form.themes,
      customerImpact: form.impact,
    },
    sections: {
      almost: form.almost.trim(),
      saved: form.saved.trim(),
      close: form.close.trim(),
      could: form.could.trim(),
      customers: form.customers.trim(),
      latent: form.latent.trim(),
      notes: form.notes.trim(),
    },
  };
}

/** The form with what a template says; what it does not say stays as it was. */
function filled(form: CaptureForm, from: CapturedFields): CaptureForm {
  const { sections } = from;
  return {
    ...form,
    title: from.title ?? form.title,
    almost: sections.almost ?? form.almost,
    saved: sections.saved ?? form.saved,
    close: sections.close ?? form.close,
    customers: sections.customers ?? form.customers,
    latent: sections.latent ?? form.latent,
    could: sections.could ?? form.could,
    notes: sections.notes ?? form.notes,
    impact: from.customerImpact ?? form.impact,
    occurred: from.occurred ?? form.occurred,
    services: from.services ?? form.services,
    themes: from.themes ?? form.themes,
    reporter: from.confidential ? '' : (from.reporter ?? form.reporter),
    inConfidence: from.confidential ?? form.inConfidence,
  };
}

export function createCaptureSlice(set: SetState, get: Get): CaptureSlice {
  return {
    capturing: false,
    form: emptyForm(),
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
      set((state) => ({ form: filled(state.form, found) }));
      return true;
    },

    async saveCapture(thenSession = false) {
      const { form, savingCapture } = get();
      if (savingCapture || !canSave(form)) return;
      set({ savingCapture: true, captureError: '' });
      try {
        const view = await client.call('record:create', recordOf(form));
        set({ capturing: false, form: emptyForm(), selected: view.key });
        set((state) => ({ open: { ...state.open, [view.key]: view } }));
        const { reporter } = view.content.fields;
        // The opening of a session thanks by itself.
        if (thenSession) await get().beginSession(view.key);
        else get().say(reporter ? thanksTo(reporter) : 'Thank you for raising it.');
      } catch (error) {
        // Said in the dialog, where what was typed still stands.
        set({ captureError: error instanceof Error ? error.message : String(error) });
      } finally {
        set({ savingCapture: false });
      }
    },
  };
}
