// Edits on their way to main: sent at once and in order, one per field set or section. What is typed
// while main has not answered is gathered and goes as soon as it has: the pace is the disk's.
// `base` is what the edit was made upon, so that main can tell a change from outside. An edit
// leaves the queue when main has it; one that main refuses stays, and goes again with the next.
// While someone types on, a letter upon what main has is only told: the edit goes in the next pause.

import type { RecordView } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { FieldsEdit, RecordEdit, SectionEdit } from '@core/record/edit';
import type { Change, Upon } from '@core/record/merge-typing';
import type { RecordFields, SectionKey } from '@core/record/model';

export interface Pending {
  edit: RecordEdit;
  base: RecordEdit;
}

/** Resolves with whether main has the edit now. */
type Send = (key: RecordKey, edit: RecordEdit, base: RecordEdit) => Promise<boolean>;

export interface Typing {
  /** Tells main of a letter, which has what was told or sent before it; there is no answer. */
  tell(key: RecordKey, section: SectionKey, change: Change): void;
  /** Runs it when nobody types. */
  inAPause(run: () => void): void;
}

export class EditQueue {
  readonly #send: Send;
  readonly #typing: Typing | null;
  readonly #settled: (key: RecordKey) => void;
  /** The section that main has been told or sent last, if it has that. */
  #told: { key: RecordKey; section: SectionKey; text: string } | null = null;
  #awaitsPause = false;
  readonly #waiting = new Map<RecordKey, Pending[]>();
  readonly #sending = new Map<RecordKey, Pending[]>();
  /** There are edits that were never sent; what main has refused waits for them. */
  #hasNew = false;
  #isSending = false;
  #chain: Promise<void> = Promise.resolve();

  /** `settled` is called each time an edit has left the queue or is back in it. */
  constructor(
    send: Send,
    settled: (key: RecordKey) => void = () => {},
    typing: Typing | null = null,
  ) {
    this.#send = send;
    this.#typing = typing;
    this.#settled = settled;
  }

  /** Adds a change of fields made upon `shown`. */
  fields(key: RecordKey, fields: Partial<RecordFields>, shown: RecordFields): void {
    const before = pick(shown, Object.keys(fields) as (keyof RecordFields)[]);
    this.#gatherFields(key, fields, { kind: 'fields', fields: before });
    this.#schedule();
  }

  section(key: RecordKey, section: SectionKey, text: string, upon: Upon): void {
    this.#gatherSection(key, section, text, { kind: 'section', section, text: upon.before });
    if (!this.#tell(key, section, text, upon)) this.#schedule();
  }

  /** What main has not acknowledged yet, oldest first. */
  pendingOf(key: RecordKey): Pending[] {
    return [...(this.#sending.get(key) ?? []), ...(this.#waiting.get(key) ?? [])];
  }

  /** The records of what main has not acknowledged yet. */
  keys(): RecordKey[] {
    return [...new Set([...this.#sending.keys(), ...this.#waiting.keys()])];
  }

  /** Main has answered all that was sent, and nothing was typed since. */
  get isIdle(): boolean {
    return !this.#hasNew && this.#sending.size === 0;
  }

  /** Sends everything now; resolves when all of it is answered. */
  flush(): Promise<void> {
    this.#hasNew = false;
    const batch = [...this.#waiting];
    this.#waiting.clear();
    for (const [key, list] of batch) {
      this.#sending.set(key, [...(this.#sending.get(key) ?? []), ...list]);
      for (const pending of list) this.#chain = this.#chain.then(() => this.#deliver(key, pending));
    }
    return this.#chain;
  }

  async #deliver(key: RecordKey, pending: Pending): Promise<void> {
    const { edit } = pending;
    this.#told = null;
    const has = await this.#send(key, edit, pending.base);
    if (has && edit.kind === 'section') {
      this.#told = { key, section: edit.section, text: edit.text };
    }
    const sending = this.#sending.get(key) ?? [];
    const rest = sending.filter((other) => other !== pending);
    if (rest.length > 0) this.#sending.set(key, rest);
    else this.#sending.delete(key);
    if (!has && sending.includes(pending)) this.#putBack(key, pending);
    this.#settled(key);
  }

  /** Before what has been typed since, which stands: only the base of that is now older. */
  #putBack(key: RecordKey, { edit, base }: Pending): void {
    const since = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    if (edit.kind === 'fields') this.#gatherFields(key, edit.fields, base);
    else this.#gatherSection(key, edit.section, edit.text, base);
    for (const later of since) {
      if (later.edit.kind === 'fields') this.#gatherFields(key, later.edit.fields, later.base);
      else this.#gatherSection(key, later.edit.section, later.edit.text, later.base);
    }
  }

  /** Forgets what main has not got: the library it belongs to is closed. */
  clear(): void {
    this.#waiting.clear();
    this.#sending.clear();
    this.#told = null;
  }

  /** Tells main of a letter if main has all that it is made upon. */
  #tell(key: RecordKey, section: SectionKey, text: string, upon: Upon): boolean {
    const told = this.#told;
    if (!this.#typing || this.#isSending || told?.key !== key) return false;
    if (told.section !== section || told.text !== upon.before) return false;
    this.#typing.tell(key, section, upon.change);
    told.text = text;
    this.#hasNew = true;
    if (this.#awaitsPause) return true;
    this.#awaitsPause = true;
    this.#typing.inAPause(() => {
      this.#awaitsPause = false;
      if (this.#hasNew) this.#schedule();
    });
    return true;
  }

  #gatherFields(key: RecordKey, fields: Partial<RecordFields>, base: RecordEdit): void {
    const waiting = this.#of(key);
    const first = waiting.find((p) => p.edit.kind === 'fields');
    if (!first || base.kind !== 'fields') {
      waiting.push({ edit: { kind: 'fields', fields: { ...fields } }, base });
      return;
    }
    first.edit = { kind: 'fields', fields: { ...(first.edit as FieldsEdit).fields, ...fields } };
    first.base = {
      kind: 'fields',
      fields: { ...base.fields, ...(first.base as FieldsEdit).fields },
    };
  }

  #gatherSection(key: RecordKey, section: SectionKey, text: string, base: RecordEdit): void {
    const waiting = this.#of(key);
    const first = waiting.find((p) => p.edit.kind === 'section' && p.edit.section === section);
    const edit: SectionEdit = { kind: 'section', section, text };
    if (first) first.edit = edit;
    else waiting.push({ edit, base });
  }

  #of(key: RecordKey): Pending[] {
    const list = this.#waiting.get(key) ?? [];
    this.#waiting.set(key, list);
    return list;
  }

  #schedule(): void {
    this.#hasNew = true;
    if (!this.#isSending) void this.#sendNew();
  }

  /** No timer: in a busy page it would come late, and what is typed would wait for it. */
  async #sendNew(): Promise<void> {
    this.#isSending = true;
    await this.#chain;
    while (this.#hasNew) await this.flush();
    this.#isSending = false;
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
