// The capture form as a value: what it holds, when that is enough, the record it describes, and
// filling it from a template with a way back. Told in confidence it holds no name, whatever is done
// to it.

import { isoDay } from '../dates';
import type { NewRecord } from '../ipc/contract';
import type { Impact } from '../record/model';
import { type CapturedFields, titleFrom } from './paste';

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
  /** '' is today, whichever day that is when it is saved. */
  occurred: string;
  services: string[];
  themes: string[];
  reporter: string;
  inConfidence: boolean;
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
    occurred: '',
    services: [],
    themes: [],
    reporter: '',
    inConfidence: false,
  };
}

/** The form with a change; told in confidence, the name goes. */
export function changed(form: CaptureForm, change: Partial<CaptureForm>): CaptureForm {
  const after = { ...form, ...change };
  return after.inConfidence ? { ...after, reporter: '' } : after;
}

/** Does it hold nothing at all? */
export function isEmpty(form: CaptureForm): boolean {
  return Object.values(form).every((value) => (Array.isArray(value) ? value.length === 0 : !value));
}

/** The texts, in the order in which they are worth a title. */
function textsOf(form: CaptureForm): string[] {
  const { almost, saved, close, latent, customers, could, notes } = form;
  return [almost, saved, close, latent, customers, could, notes];
}

/** One field is enough, whichever it is. */
export function canSave(form: CaptureForm): boolean {
  return [form.title, ...textsOf(form)].some((text) => text.trim() !== '');
}

/** The record the form describes. */
export function recordOf(form: CaptureForm): NewRecord {
  const firstText = textsOf(form).find((text) => text.trim() !== '');
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
export function filled(form: CaptureForm, from: CapturedFields): CaptureForm {
  const { sections } = from;
  return changed(form, {
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
    reporter: from.reporter ?? form.reporter,
    inConfidence: from.confidential ?? form.inConfidence,
  });
}

/** The form without one change from `before` to `after`; what was typed since then stays. */
export function withoutChange(
  form: CaptureForm,
  { before, after }: { before: CaptureForm; after: CaptureForm },
): CaptureForm {
  const untouched = Object.entries(before).filter(
    ([key]) => form[key as keyof CaptureForm] === after[key as keyof CaptureForm],
  );
  return changed(form, Object.fromEntries(untouched));
}

/** What was put into a form after it was handed over to be saved: of text that was typed on, the rest. */
export function typedSince(saved: CaptureForm, now: CaptureForm): CaptureForm {
  const rest = (was: string, is: string) =>
    is.startsWith(was) ? is.slice(was.length).trimStart() : is;
  const added = (was: string[], is: string[]) => is.filter((word) => !was.includes(word));
  const other = <T>(was: T, is: T, none: T) => (is === was ? none : is);
  const since: CaptureForm = {
    title: rest(saved.title, now.title),
    almost: rest(saved.almost, now.almost),
    saved: rest(saved.saved, now.saved),
    close: rest(saved.close, now.close),
    impact: other(saved.impact, now.impact, null),
    customers: rest(saved.customers, now.customers),
    latent: rest(saved.latent, now.latent),
    could: rest(saved.could, now.could),
    notes: rest(saved.notes, now.notes),
    occurred: other(saved.occurred, now.occurred, ''),
    services: added(saved.services, now.services),
    themes: added(saved.themes, now.themes),
    reporter: other(saved.reporter, now.reporter, ''),
    inConfidence: false,
  };
  return isEmpty(since) ? since : changed(since, { inConfidence: now.inConfidence });
}

/**
 * What is kept of a form while it is not saved: all but the name, so that a name is written nowhere
 * before the record is, told in confidence or not.
 */
export type KeptForm = Omit<CaptureForm, 'reporter'>;

export function keptOf({ reporter: _, ...kept }: CaptureForm): KeptForm {
  return kept;
}

export function fromKept(kept: KeptForm): CaptureForm {
  return { ...kept, reporter: '' };
}

/** What a form is about, in a few words; '' when it says nothing yet. */
export function nameOf(form: CaptureForm): string {
  return canSave(form) ? recordOf(form).fields.title : '';
}
