// What an edit was made upon, as it crosses processes: of a section, what is different from the
// edit alone. Most edits are a letter in a long text, and each of them crosses.

import type { RecordEdit } from '../record/edit';
import { sameAtEnd, sameAtStart } from '../record/same-ends';

/** `length` characters of the edit's text, from `at` on, were `text` before. */
interface SectionBefore {
  kind: 'before';
  at: number;
  length: number;
  text: string;
}

export type EditBase = RecordEdit | SectionBefore;

/** `base` for the wire; `wholeBase` gives it back. */
export function shortBase(edit: RecordEdit, base: RecordEdit): EditBase {
  if (edit.kind !== 'section' || base.kind !== 'section' || edit.section !== base.section) {
    return base;
  }
  const [now, before] = [edit.text, base.text];
  const at = sameAtStart(now, before);
  const after = sameAtEnd(now, before, Math.min(now.length, before.length) - at);
  return {
    kind: 'before',
    at,
    length: now.length - after - at,
    text: before.slice(at, before.length - after),
  };
}

/** What `edit` was made upon, of an edit and a base that were sent together. */
export function wholeBase(edit: RecordEdit, base: EditBase): RecordEdit {
  if (base.kind !== 'before') return base;
  if (edit.kind !== 'section') return edit;
  const { at, length, text } = base;
  return { ...edit, text: edit.text.slice(0, at) + text + edit.text.slice(at + length) };
}
