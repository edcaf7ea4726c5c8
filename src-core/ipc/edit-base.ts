// What an edit was made upon, as it crosses processes: of a section, what is different from the
// edit alone. Most edits are some letters in a long text.

import type { RecordEdit } from '../record/edit';
import { applied, changeOf } from '../record/merge-typing';

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
  const { start, end, text } = changeOf(edit.text, base.text);
  return { kind: 'before', at: start, length: end - start, text };
}

/** What `edit` was made upon, of an edit and a base that were sent together. */
export function wholeBase(edit: RecordEdit, base: EditBase): RecordEdit {
  if (base.kind !== 'before') return base;
  if (edit.kind !== 'section') return edit;
  const { at, length, text } = base;
  return { ...edit, text: applied(edit.text, [{ start: at, end: at + length, text }]) };
}
