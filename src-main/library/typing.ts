// Edits of records as pages make them: asked for, or told letter by letter while someone types on.
// What is told is a change to the text the page told last, so main keeps that text for each page.
// It goes to the record once it is drawn and the record has what came before, gathered where that
// takes longer: the pace is the disk's. What the record refuses is not told on: the page asks, and
// hears why.

import { hasCode } from '@core/errors';
import type { EditAnswer, Input } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit, SectionEdit } from '@core/record/edit';
import { applied } from '@core/record/merge-typing';
import type { SectionKey } from '@core/record/model';
import { MAX_BYTES } from '@core/record/parse';
import type { Author } from './open-record';

interface Records {
  edit(key: RecordKey, edit: RecordEdit, base: RecordEdit, by: Author): Promise<EditAnswer>;
}

export interface Pace {
  /** A letter was typed. */
  letter(): void;
  /** Resolves when the page has drawn it: what is done about it is not done beside that. */
  drawn(): Promise<void>;
}

/** The section that a page types in. */
interface Place {
  records: Records;
  key: RecordKey;
  section: SectionKey;
  /** The page's text. */
  text: string;
  /** As much of it as the record has. */
  taken: string;
  /** The revision up to which the page has seen everything. */
  seen: number;
  /** Letters were told since the page asked for an edit. */
  isTold: boolean;
  /** The record has refused some of it. */
  isBehind: boolean;
  /** Resolves when the record has been handed all of it. */
  handed: Promise<void> | null;
}

export class Typing {
  /** By page: nobody types in two places at once, nor in two libraries. */
  readonly #places = new Map<number, Place>();
  readonly #pace: Pace;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Takes a letter. One that fits nothing the page told before is left to its next `record:edit`. */
  type(records: Records, { key, section, change }: Input<'record:type'>, page: number): void {
    this.#pace.letter();
    const place = this.#placeOf(records, page, key, section);
    if (!place || place.isBehind) return;
    const text = applied(place.text, [change]);
    // A whole text as long as that is not taken either.
    if (text.length > MAX_BYTES) place.isBehind = true;
    else place.text = text;
    place.isTold = true;
    if (place.text !== place.taken) place.handed ??= this.#hand(place, page);
  }

  /** Raises what the record raises. It comes after what was told before it. */
  async edit(records: Records, asked: Input<'record:edit'>, page: number): Promise<EditAnswer> {
    const { key, edit, base } = asked;
    const place =
      edit.kind === 'section' ? this.#placeOf(records, page, key, edit.section) : undefined;
    await this.#places.get(page)?.handed;
    const told = place?.isTold ? place : null;
    // The page does not know how much of what it told the record has.
    const upon = told ? sectionEdit(told.section, told.taken) : base;
    const seen = asked.seen ?? null;
    const by = { page, seen: told ? Math.max(told.seen, seen ?? 0) : seen };
    try {
      const answer = await records.edit(key, edit, upon, by);
      this.#begin(records, page, key, edit, answer.revision);
      return answer;
    } catch (error) {
      if (hasIt(error)) this.#begin(records, page, key, edit, by.seen ?? 0);
      else if (place) place.isBehind = true;
      throw error;
    }
  }

  /** The record has it, and the page has seen what the record was at `seen`. */
  #begin(records: Records, page: number, key: RecordKey, edit: RecordEdit, seen: number): void {
    if (edit.kind !== 'section') return;
    const { section, text } = edit;
    this.#places.set(page, {
      records,
      key,
      section,
      text,
      taken: text,
      seen,
      isTold: false,
      isBehind: false,
      handed: null,
    });
  }

  #placeOf(records: Records, page: number, key: RecordKey, section: SectionKey): Place | undefined {
    const place = this.#places.get(page);
    const isIt = place?.key === key && place.section === section;
    return isIt && place.records === records ? place : undefined;
  }

  async #hand(place: Place, page: number): Promise<void> {
    const { records, key, section } = place;
    await this.#pace.drawn();
    while (place.taken !== place.text && !place.isBehind) {
      const { text, seen } = place;
      const [edit, base] = [sectionEdit(section, text), sectionEdit(section, place.taken)];
      try {
        const { revision, merged } = await records.edit(key, edit, base, { page, seen });
        place.taken = text;
        // What others put there meanwhile the page hears of when it asks.
        if (!merged) place.seen = revision;
      } catch (error) {
        if (hasIt(error)) place.taken = text;
        else place.isBehind = true;
      }
    }
    place.handed = null;
  }
}

function sectionEdit(section: SectionKey, text: string): SectionEdit {
  return { kind: 'section', section, text };
}

/** In a conflict the record has the edit, and has told both versions. */
function hasIt(error: unknown): boolean {
  return hasCode(error, 'conflict');
}
