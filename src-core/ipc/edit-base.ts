// What an edit was made upon, as it crosses processes: of a section, what is different from the
// edit alone. Most edits are a letter in a long text, and each of them crosses.

import type { RecordEdit } from '../record/edit';

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
  const shorter = Math.min(edit.text.length, base.text.length);
  const at = most(shorter, (count, sure) =>
    edit.text.startsWith(base.text.slice(sure, count), sure),
  );
  const after = most(shorter - at, (count, sure) => {
    const end = base.text.length - sure;
    return edit.text.endsWith(base.text.slice(end - (count - sure), end), edit.text.length - sure);
  });
  return {
    kind: 'before',
    at,
    length: edit.text.length - after - at,
    text: base.text.slice(at, base.text.length - after),
  };
}

/** What `edit` was made upon, of an edit and a base that were sent together. */
export function wholeBase(edit: RecordEdit, base: EditBase): RecordEdit {
  if (base.kind !== 'before') return base;
  if (edit.kind !== 'section') return edit;
  const { at, length, text } = base;
  return { ...edit, text: edit.text.slice(0, at) + text + edit.text.slice(at + length) };
}

/**
 * The largest count up to `limit` that is `same`, by halves: far fewer looks than characters.
 * Those up to `sure` are known to be.
 */
function most(limit: number, same: (count: number, sure: number) => boolean): number {
  let sure = 0;
  let high = limit;
  while (sure < high) {
    const count = Math.ceil((sure + high) / 2);
    if (same(count, sure)) sure = count;
    else high = count - 1;
  }
  return sure;
}
