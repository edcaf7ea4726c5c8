// Search over everything a record says. Every word of the query must be found, by its beginning
// or with a small slip; when nothing has them all, what has any. Titles weigh most.

import MiniSearch from 'minisearch';
import type { SearchAnswer } from '../ipc/contract';
import type { RecordKey } from '../library/listing';
import { type RecordContent, SECTION_KEYS } from '../record/model';

export interface SearchableRecord {
  key: RecordKey;
  content: RecordContent;
}

const FIELDS = ['title', 'text', 'labels', 'ladder', 'actions', 'people'] as const;
type Document = Record<(typeof FIELDS)[number], string> & { key: RecordKey };

const BOOST = { title: 4, labels: 2, ladder: 1.5 };
/** Below this many letters a slip makes another word. */
const FUZZY_FROM = 5;
const FUZZINESS = 0.2;

export class SearchIndex {
  readonly #index = new MiniSearch<Document>({ idField: 'key', fields: [...FIELDS] });

  /** Takes a record in, in the place of what was known of it. */
  put(record: SearchableRecord): void {
    this.remove(record.key);
    this.#index.add(documentOf(record));
  }

  remove(key: RecordKey): void {
    if (this.#index.has(key)) this.#index.discard(key);
  }

  /** A query without a word finds nothing. */
  search(query: string): SearchAnswer {
    const options = {
      boost: BOOST,
      prefix: true,
      fuzzy: (term: string) => (term.length >= FUZZY_FROM ? FUZZINESS : false),
    };
    const all = this.#index.search(query, { ...options, combineWith: 'AND' });
    const results = all.length > 0 ? all : this.#index.search(query, options);
    const terms = new Set<string>();
    for (const result of results) for (const term of result.terms) terms.add(term);
    return { keys: results.map(({ id }) => String(id)), terms: [...terms] };
  }
}

function documentOf({ key, content }: SearchableRecord): Document {
  const { fields, sections, extras } = content;
  const lines = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join('\n');
  return {
    key,
    title: fields.title,
    text: lines(
      ...SECTION_KEYS.map((section) => sections[section]),
      ...extras.flatMap(({ heading, text }) => [heading, text]),
      fields.trigger,
      fields.harm,
      fields.triage.reason,
    ),
    labels: lines(
      ...fields.services,
      ...fields.themes,
      ...fields.incidents,
      fields.kind,
      fields.foundIn,
      fields.status,
    ),
    ladder: lines(...fields.barriers.flatMap(({ name, note, kind }) => [name, note, kind])),
    actions: lines(...fields.actions.flatMap(({ what, owner }) => [what, owner])),
    people: lines(fields.reporter, fields.session.facilitator),
  };
}
