// Which rows the filters leave: one value of each facet has to fit, and every date.

import { type Facet, type Filter, type WordsInUse, wordBegins } from './facets';
import type { RecordSummary } from './listing';
import { factsOf, type RowFacts } from './row-facts';

type Fits = (facts: RowFacts) => boolean;

/**
 * Tells rows that fit from those that do not. A service or theme that is in use means itself, any
 * other means every one with a word that begins so: `theme:pool` finds connection-pool. `after` a
 * year or month includes its first day, `before` does not.
 */
export function filterRows(
  filters: readonly Filter[],
  inUse: WordsInUse,
): (row: RecordSummary) => boolean {
  const byFacet = new Map<Facet, Fits[]>();
  for (const { facet, value } of filters) {
    byFacet.set(facet, [...(byFacet.get(facet) ?? []), fitsOf(facet, value, inUse)]);
  }
  const checks = [...byFacet].map(([facet, fits]): Fits => {
    const all = facet === 'after' || facet === 'before';
    return (facts) => (all ? fits.every((fit) => fit(facts)) : fits.some((fit) => fit(facts)));
  });
  return (row) => {
    const facts = factsOf(row);
    return checks.every((check) => check(facts));
  };
}

function fitsOf(facet: Facet, value: string, inUse: WordsInUse): Fits {
  switch (facet) {
    case 'status':
      return ({ status }) => status === value;
    case 'service':
      return hasWord('services', value, inUse);
    case 'theme':
      return hasWord('themes', value, inUse);
    case 'kind':
      return (facts) => facts.kind === value;
    case 'saver':
      return ({ saver }) => saver === value;
    case 'decision':
      return ({ decision }) => (decision ?? 'none') === value;
    case 'luck':
      return ({ luck }) => luck === (value === 'yes');
    // Dates are compared as text: what is earlier comes first, and a part before the whole.
    case 'after':
      return ({ date }) => isDate(date) && date >= value;
    case 'before':
      return ({ date }) => isDate(date) && date < value;
  }
}

function hasWord(field: 'services' | 'themes', value: string, inUse: WordsInUse): Fits {
  const wanted = value.toLowerCase();
  const isInUse = inUse[field].some((word) => word.toLowerCase() === wanted);
  const fits = (word: string) =>
    isInUse ? word.toLowerCase() === wanted : wordBegins(word.toLowerCase(), wanted);
  // Ten thousand rows have a few dozen words.
  const known = new Map<string, boolean>();
  return (facts) =>
    facts[field].some((word) => {
      const before = known.get(word);
      if (before !== undefined) return before;
      known.set(word, fits(word));
      return fits(word);
    });
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}
