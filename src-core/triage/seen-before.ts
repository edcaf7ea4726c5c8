// How often a near miss of the same theme is in the library already: what makes "how likely is it
// to recur" more than a guess.

import { daysAfter } from '../dates';
import { isoDate } from '../record/names';
import { newestFirst, type Row, rowDate } from './queue';

export interface SeenBefore {
  /** "2 with disk-capacity in the past year.": one sentence a theme. */
  sentences: string[];
  /** The last near misses that share a theme, newest first. */
  last: Row[];
}

/** As many are named; the sentences count all of them. */
const NAMED = 3;

/**
 * The other near misses of the library that share a theme with `record`, seen from `today`. Those
 * without a date count as long ago.
 */
export function seenBefore(
  rows: readonly Row[],
  record: Pick<Row, 'key' | 'fields'>,
  today: string,
): SeenBefore {
  const themes = [...new Set(record.fields.themes)];
  if (themes.length === 0) {
    return { sentences: ['It has no theme yet, so it is not compared with others.'], last: [] };
  }
  const yearAgo = daysAfter(today, -365);
  const others = rows.filter(
    ({ key, fields }) =>
      key !== record.key && fields.themes.some((theme) => themes.includes(theme)),
  );
  const sentences = themes.map((theme) => {
    const same = others.filter(({ fields }) => fields.themes.includes(theme));
    const recent = same.filter((row) => (isoDate(rowDate(row)) ?? '') >= yearAgo).length;
    return sentence(theme, recent, same.length - recent);
  });
  return { sentences, last: others.sort(newestFirst).slice(0, NAMED) };
}

function sentence(theme: string, recent: number, older: number): string {
  if (recent + older === 0) return `None with ${theme} before.`;
  const first = `${recent === 0 ? 'None' : recent} with ${theme} in the past year`;
  return older > 0 ? `${first}, ${older} before that.` : `${first}.`;
}
