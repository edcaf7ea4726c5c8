// One place that was changed on two sides: what each side says, as text to read and compare, and
// what keeping both would be. Nothing here decides between them.

import { diffIndices } from 'node-diff3';
import { nextActionId } from './actions';
import type { RecordEdit } from './edit';
import type { Action, Barrier, RecordFields, SessionFacts, Triage } from './model';

/** A part of a text; marked when the other text has something else in its place. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** What an edit of one place puts there, as lines to read; '' when that is nothing. */
export function readableValue(edit: RecordEdit): string {
  if (edit.kind === 'section') return edit.text.trim();
  const { barriers, actions, triage, session, ...plain } = edit.fields;
  if (barriers) return barriers.map(barrierLine).join('\n');
  if (actions) return actions.map(actionLine).join('\n');
  if (triage) return triageLines(triage);
  if (session) return sessionLines(session);
  const value: string | string[] | null | undefined = Object.values(plain)[0];
  return Array.isArray(value) ? value.join('\n') : (value ?? '');
}

/**
 * Mine and theirs together: Markdown one after the other, lists without what is twice. In words
 * why not, where only one can stand or there is only one to keep.
 */
export function keepBoth(mine: RecordEdit, theirs: RecordEdit): RecordEdit | string {
  if (readableValue(mine) === '' || readableValue(theirs) === '') {
    return 'One of the two is empty: there is only one to keep.';
  }
  if (mine.kind === 'section' && theirs.kind === 'section') {
    const eol = mine.text.includes('\r\n') || theirs.text.includes('\r\n') ? '\r\n' : '\n';
    return { ...mine, text: `${mine.text.trimEnd()}${eol}${eol}${theirs.text.trim()}` };
  }
  if (mine.kind === 'section' || theirs.kind === 'section') return ONLY_ONE;
  const fields: Partial<RecordFields> = {};
  for (const list of ['services', 'themes', 'incidents'] as const) {
    if (mine.fields[list]) fields[list] = union(mine.fields[list], theirs.fields[list]);
  }
  if (mine.fields.barriers) fields.barriers = union(mine.fields.barriers, theirs.fields.barriers);
  if (mine.fields.actions) {
    fields.actions = withOwnIds(union(mine.fields.actions, theirs.fields.actions));
  }
  return Object.keys(fields).length > 0 ? { kind: 'fields', fields } : ONLY_ONE;
}

const ONLY_ONE = 'Only one of them can stand here.';

/** The words of `text`, those marked that `other` does not have in the same order. */
export function markWords(text: string, other: string): Piece[] {
  const marks = changedWords(text, other);
  return joined(wordsOf(text).map((word, at) => ({ text: word, marked: marks.has(at) })));
}

/** The words of `text`, those marked that one of the two others does not have. */
export function markWordsOfEither(text: string, one: string, other: string): Piece[] {
  const marks = new Set([...changedWords(text, one), ...changedWords(text, other)]);
  return joined(wordsOf(text).map((word, at) => ({ text: word, marked: marks.has(at) })));
}

/** Places of the words of `text` that `other` does not have. */
function changedWords(text: string, other: string): Set<number> {
  const bare = (words: string[]) => words.map((word) => word.trim());
  const changed = new Set<number>();
  for (const { buffer1 } of diffIndices(bare(wordsOf(text)), bare(wordsOf(other)))) {
    for (let at = buffer1[0]; at < buffer1[0] + buffer1[1]; at += 1) changed.add(at);
  }
  return changed;
}

/** Each word with the white space after it; white space at the start is a word of its own. */
function wordsOf(text: string): string[] {
  return text.match(/^\s+|\S+\s*/g) ?? [];
}

/** Neighbours alike are one; the white space behind marked words is not marked. */
function joined(words: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const [at, { text, marked }] of words.entries()) {
    const isLast = marked && words[at + 1]?.marked !== true;
    const mark = isLast ? text.trimEnd() : text;
    for (const piece of [
      { text: mark, marked },
      { text: text.slice(mark.length), marked: false },
    ]) {
      const last = result.at(-1);
      if (piece.text === '') continue;
      if (last?.marked === piece.marked) last.text += piece.text;
      else result.push(piece);
    }
  }
  return result;
}

function union<T>(mine: readonly T[], theirs: readonly T[] = []): T[] {
  const known = new Set(mine.map((item) => JSON.stringify(item)));
  return [...mine, ...theirs.filter((item) => !known.has(JSON.stringify(item)))];
}

/** No two actions of a record have the same id: the later one gets a free one. */
function withOwnIds(actions: readonly Action[]): Action[] {
  const result: Action[] = [];
  for (const action of actions) {
    const isTaken = result.some(({ id }) => id === action.id);
    const all = [...result, ...actions];
    result.push(isTaken ? { ...action, id: nextActionId(all) } : action);
  }
  return result;
}

function barrierLine({ name, state, kind, byDesign, known, note }: Barrier): string {
  const design = byDesign && `built for this: ${byDesign}`;
  return dotted([name || 'without a name', state, kind, design, known, note]);
}

function actionLine({ what, kind, owner, due, effort, done }: Action): string {
  const size = effort && `${effort} effort`;
  return dotted([
    what || 'not said yet',
    kind,
    owner,
    due && `due ${due}`,
    size,
    done && `done ${done}`,
  ]);
}

function triageLines({ severity, recurrence, decision, reason, review }: Triage): string {
  return named({ severity, recurrence, decision, reason, review });
}

function sessionLines({ held, minutes, facilitator, people }: SessionFacts): string {
  return named({ held, minutes, facilitator, people });
}

function named(values: Record<string, string | number | null>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function dotted(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}
