// A pasted text that is more than one near miss, or more than one can hold: what is offered for it
// instead of filling the form.

import { readPaste } from '@core/import/source';

export interface PasteOffer {
  words: string;
  /** What was pasted; null when it is too long for the form, too. */
  text: string | null;
}

/** A field with more letters becomes slow, and no near miss is that long. */
const MAX_PASTE = 200_000;

/** null for a text that the form takes. `canImport`: there is a place for several. */
export function offerFor(text: string, canImport: boolean): PasteOffer | null {
  const many = canImport ? readPaste(text) : null;
  if (many?.kind === 'table') {
    const { rows, more } = many.table;
    const count = rows.length === 1 ? 'one row' : `${rows.length.toLocaleString('en')} rows`;
    return { words: `This looks like a table of ${more ? 'more than ' : ''}${count}.`, text };
  }
  if (many?.kind === 'reports') {
    return {
      words: `This looks like ${many.reports.length.toLocaleString('en')} near misses.`,
      text,
    };
  }
  if (text.length <= MAX_PASTE) return null;
  const length = text.length.toLocaleString('en');
  return {
    words: `That is ${length} characters, too much for one near miss. Nothing was pasted.`,
    text: null,
  };
}
