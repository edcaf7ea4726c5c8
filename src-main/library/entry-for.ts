// What becomes pending when an edit is made: an edit names what its author was shown, and where
// that is not what stands there now, the two are merged, or clash.

import type { RecordEdit } from '@core/record/edit';
import { mergeEdit } from '@core/record/merge-edit';
import { mergeTyping } from '@core/record/merge-typing';
import type { RecordContent } from '@core/record/model';
import type { Clashes } from './clashes';
import { inConflict, type PendingEdit } from './pending';
import { editAt, type Place, wordAt, wordOf } from './places';

export interface Standing {
  /** What the file holds. */
  content: RecordContent;
  /** What is pending at the place so far. */
  before: PendingEdit | undefined;
  clashes: Clashes;
  /** What stands there was put there by another window of ours than the one that edits now. */
  byAnother: boolean;
}

/** @param shown what its author saw at the place when making the edit */
export function entryFor(
  place: Place,
  edit: RecordEdit,
  shown: RecordEdit,
  { content, before, clashes, byAnother }: Standing,
): PendingEdit {
  const there = wordAt(content, place);
  const current = before?.edit ?? editAt(content, place);
  const word = wordOf(shown);
  // Whoever names what the file holds now has seen it: this settles a conflict.
  const settles = word === there && before !== undefined && inConflict(content, place, before);
  if (word !== wordOf(current) && !settles) {
    const isUnseen = clashes.isUnseen(place, word);
    const followed = mergeEdit(shown, edit, current);
    // Two windows typing at once are not a conflict: both are kept, to the letter.
    const merged =
      followed === null && byAnother && !isUnseen ? typedAtOnce(shown, edit, current) : followed;
    if (merged === null && isUnseen) {
      return { edit, base: shown, over: new Set([word]) };
    }
    if (merged !== null && wordOf(merged) !== wordOf(edit)) {
      const base = before?.base ?? editAt(content, place);
      return { edit: merged, base, over: before?.over ?? new Set([there]) };
    }
  }
  clashes.own(place, [wordOf(current), wordOf(edit)]);
  if (word === there || !before) {
    const base = editAt(content, place);
    return { edit, base, over: new Set(before?.over).add(there) };
  }
  return { edit, base: before.base, over: before.over };
}

function typedAtOnce(base: RecordEdit, mine: RecordEdit, theirs: RecordEdit): RecordEdit | null {
  if (mine.kind !== 'section' || base.kind !== 'section' || theirs.kind !== 'section') return null;
  return { ...mine, text: mergeTyping(base.text, mine.text, theirs.text) };
}
