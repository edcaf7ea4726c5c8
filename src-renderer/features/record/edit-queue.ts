// Edits on their way to main: gathered for a moment, sent in order, one per field set or section.
// `base` is what the edit was made upon, so that main can tell a change from outside.

import type { RecordView } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { FieldsEdit, RecordEdit, SectionEdit } from '@core/record/edit';
import type { RecordFields, SectionKey } from '@core/record/model';

export interface Pending {
  edit: RecordEdit;
  base: RecordEdit;
}

type Send = (key: RecordKey, edit: RecordEdit, base: RecordEdit) => Promise<void>;

export class EditQueue {
  readonly #afterMs: number;
  readonly #send: Send;
  readonly #waiting = new Map<RecordKey, Pending[]>();
  readonly #sending = new Map<RecordKey, Pending[]>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #chain: Promise<void> = Promise.resolve();

  constructor(afterMs: number, send: Send) {
    this.#afterMs = afterMs;
    this.#send = send;
  }

  /** Adds a change of fields made upon `shown`. */
  fields(key: RecordKey, fields: Partial<RecordFields>, shown: RecordFields): void {
    const waiting = this.#of(key);
    const before = pick(shown, Object.keys(fields) as (keyof RecordFields)[]);
    const last = waiting.find((p) => p.edit.kind === 'fields');
    if (last) {
      const edit = last.edit as FieldsEdit;
      const base = last.base as FieldsEdit;
      edit.fields = { ...edit.fields, ...fields };
      base.fields = { ...before, ...base.fields };
    } else {
      waiting.push({ edit: { kind: 'fields', fields }, base: { kind: 'fields', fields: before } });
    }
    this.#schedule();
  }

  /** Adds a change of a section made upon `shown`. */
  section(key: RecordKey, section: SectionKey, text: string, shown: string): void {
    const waiting = this.#of(key);
    const last = waiting.find((p) => p.edit.kind === 'section' && p.edit.section === section);
    if (last) (last.edit as SectionEdit).text = text;
    else {
      waiting.push({
        edit: { kind: 'section', section, text },
        base: { kind: 'section', section, text: shown },
      });
    }
    this.#schedule();
  }

  /** What main has not acknowledged yet, oldest first. */
  pendingOf(key: RecordKey): Pending[] {
    return [...(this.#sending.get(key) ?? []), ...(this.#waiting.get(key) ?? [])];
  }

  /** Sends everything now; resolves when all of it is answered. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = [...this.#waiting];
    this.#waiting.clear();
    for (const [key, list] of batch) {
      this.#sending.set(key, [...(this.#sending.get(key) ?? []), ...list]);
      for (const pending of list) this.#chain = this.#chain.then(() => this.#deliver(key, pending));
    }
    return this.#chain;
  }

  async #deliver(key: RecordKey, pending: Pending): Promise<void> {
    try {
      await this.#send(key, pending.edit, pending.base);
    } finally {
      const rest = (this.#sending.get(key) ?? []).filter((other) => other !== pending);
      if (rest.length > 0) this.#sending.set(key, rest);
      else this.#sending.delete(key);
    }
  }

  #of(key: RecordKey): Pending[] {
    const list = this.#waiting.get(key) ?? [];
    this.#waiting.set(key, list);
    return list;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), this.#afterMs);
  }
}

/** A view from main with the edits it has not seen yet laid over it. */
export function withPending(view: RecordView, pending: readonly Pending[]): RecordView {
  if (pending.length === 0) return view;
  const fields = { ...view.content.fields };
  const sections = { ...view.content.sections };
  for (const { edit } of pending) {
    if (edit.kind === 'fields') Object.assign(fields, edit.fields);
    else sections[edit.section] = edit.text;
  }
  return { ...view, content: { ...view.content, fields, sections } };
}

function pick(fields: RecordFields, keys: (keyof RecordFields)[]): Partial<RecordFields> {
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}
