// What is typed to find near misses: words to search for, and filters among them.
// `service:orders saver:"person by chance" before:2026-06 the words to search for`
// Whatever is no filter is a word: nothing that can be typed is an error.

import {
  FACETS,
  type Facet,
  type Filter,
  filterOf,
  isSameFilter,
  valueName,
  valuesOf,
  type WordsInUse,
  wordBegins,
} from './facets';

export interface Query {
  filters: Filter[];
  /** What is searched for in all text; '' for nothing. */
  words: string;
}

interface Token {
  source: string;
  start: number;
  /** A filter as it is typed; null for a word. */
  typed: { facet: Facet; value: string } | null;
}

/** A word, or a name and colon with a value that may stand in quotes. */
const TOKEN = /(?:[a-z]+:)?(?:"((?:[^"\\]|\\.?)*)"?|\S+)/giu;

export function parseQuery(text: string): Query {
  const filters: Filter[] = [];
  const words: string[] = [];
  for (const token of tokensOf(text)) {
    const filter = token.typed && filterOf(token.typed.facet, token.typed.value);
    if (filter) {
      if (!filters.some((other) => isSameFilter(other, filter))) filters.push(filter);
    } else if (!isBeingTyped(token, text)) {
      words.push(token.typed ? `"${token.source.replace(/["\\]/g, '')}"` : token.source);
    }
  }
  return { filters, words: words.join(' ') };
}

/** The query as one would type it; read again, it is the same. */
export function printQuery({ filters, words }: Query): string {
  return [...filters.map(printFilter), words].filter(Boolean).join(' ');
}

function printFilter({ facet, value }: Filter): string {
  const isPlain = !/[\s"\\]/.test(value);
  return `${facet}:${isPlain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
}

/**
 * Takes the filters out that are typed to their end, which a space is: gives them and what is left
 * to be typed on. `all` takes the last one too.
 */
export function takeFilters(text: string, all = false): { filters: Filter[]; rest: string } {
  const filters: Filter[] = [];
  let rest = text;
  for (const token of tokensOf(text).reverse()) {
    const end = token.start + token.source.length;
    const filter = token.typed && filterOf(token.typed.facet, token.typed.value);
    if (!filter || (end === text.length && !all)) continue;
    filters.unshift(filter);
    rest = rest.slice(0, token.start) + rest.slice(end).replace(/^\s+/, '');
  }
  return { filters, rest };
}

export interface Suggestion {
  filter: Filter;
  name: string;
  /** What stands before it, once it is taken. */
  rest: string;
}

const MOST = 8;

/** Values for the filter that is being typed at the end of the text; none when none is. */
export function suggestValues(text: string, inUse: WordsInUse): Suggestion[] {
  const token = tokensOf(text).at(-1);
  if (!token?.typed || token.start + token.source.length < text.length) return [];
  const { facet, value } = token.typed;
  const part = value.toLowerCase();
  const rest = text.slice(0, token.start);
  return valuesOf(facet, inUse)
    .map((word) => ({ filter: { facet, value: word }, name: valueName(facet, word), rest }))
    .filter(({ filter, name }) => wordBegins(`${name} ${filter.value}`.toLowerCase(), part))
    .slice(0, MOST);
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match): Token => {
    const [source] = match;
    const colon = source.indexOf(':');
    const name = source.slice(0, Math.max(colon, 0)).toLowerCase();
    const facet = FACETS.find((candidate) => candidate === name);
    const quoted = match[1]?.replace(/\\(.)/g, '$1');
    const value = quoted ?? source.slice(colon + 1);
    return { source, start: match.index, typed: facet ? { facet, value } : null };
  });
}

/** At the end of the text, a filter without a value it knows is not finished. */
function isBeingTyped({ source, start, typed }: Token, text: string): boolean {
  return typed !== null && start + source.length === text.length;
}
