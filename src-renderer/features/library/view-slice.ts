// What of the library is in the list: what is searched for, filters, order, and views that were kept
// under a name. What is set here is kept for this library on this machine.

import { type Filter, isSameFilter } from '@core/library/facets';
import type { Found } from '@core/library/found';
import {
  type LibraryViews,
  type ListView,
  type NamedView,
  USUAL_VIEW,
} from '@core/library/list-view';
import { parseQuery, takeFilters } from '@core/library/query';
import type { Sort } from '@core/library/sorts';
import { client } from '../../ipc/client';
import type { Get, SetState, State } from '../../store/store';
import { Finder } from './finder';
import { pickOf } from './shown';

export interface ViewSlice {
  /** What stands in the search field: words, and filters that are being typed. */
  query: string;
  /** What the words have found; null while nothing is searched for. */
  hits: Found | null;
  /** The words that were met, for marking. */
  terms: string[];
  filters: Filter[];
  sort: Sort | null;
  savedViews: NamedView[];
  search(query: string): Promise<void>;
  /** Makes the first key as quick as the next ones. */
  prepareSearch(): void;
  /** Searches for the same again: the library has changed. */
  searchAgain(): void;
  /** Makes filters of those that are typed to their end; of the last one too when it is `ended`. */
  takeTyped(ended: boolean): void;
  addFilter(filter: Filter): void;
  removeFilter(filter: Filter): void;
  /** Takes all filters away, and with `words` also what is searched for. */
  clearFilters(words?: boolean): void;
  setSort(sort: Sort | null): void;
  /** What was kept of the library that is open now. */
  showViews(views: LibraryViews): void;
  showView(view: ListView): void;
  /** Keeps what the list shows under a name, in the place of what had it. */
  saveView(name: string): void;
  renameView(name: string, to: string): void;
  removeView(name: string): void;
  forgetView(): void;
}

/** What is typed is kept once it has come to rest for so many milliseconds. */
const KEEP_AFTER = 500;

export function createViewSlice(set: SetState, get: Get): ViewSlice {
  const finder = new Finder();
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(keeping);
    const { library, savedViews } = get();
    if (!library) return;
    const views = { current: currentView(get()), saved: savedViews };
    client.call('settings:keep-views', { views }).catch(get().complain);
  };
  /** What is in sight has changed, and with it what is picked out. */
  const show = (change: Partial<State>) => {
    set((state) => ({ ...change, selected: pickOf({ ...state, ...change }) }));
    get().chooseShown();
  };
  const find = async (words: string) => {
    try {
      const { hits, terms } = await finder.find(words, get().listing.records);
      if (parseQuery(get().query).words === words) show({ hits, terms });
    } catch (error) {
      get().complain(error);
    }
  };
  const saved = (savedViews: NamedView[]) => {
    set({ savedViews });
    keep();
  };

  return {
    query: '',
    hits: null,
    terms: [],
    filters: [],
    sort: null,
    savedViews: [],

    async search(query) {
      const before = parseQuery(get().query).words;
      const { words } = parseQuery(query);
      clearTimeout(keeping);
      keeping = setTimeout(keep, KEEP_AFTER);
      if (words === '') {
        show({ query, hits: null, terms: [] });
        return;
      }
      if (words === before && get().hits) show({ query });
      else set({ query });
      if (words !== before || !get().hits) await find(words);
    },

    prepareSearch() {
      // Whoever searches is told what is wrong.
      finder.prepare(get().listing.records).catch(() => {});
    },

    searchAgain() {
      const { words } = parseQuery(get().query);
      if (words !== '') void find(words);
    },

    takeTyped(ended) {
      const { filters, rest } = takeFilters(get().query, ended);
      if (filters.length === 0) return;
      const added = filters.reduce(withFilter, get().filters);
      show({ filters: added, query: rest });
      keep();
    },

    addFilter(filter) {
      show({ filters: withFilter(get().filters, filter) });
      keep();
    },

    removeFilter(filter) {
      show({ filters: get().filters.filter((other) => !isSameFilter(other, filter)) });
      keep();
    },

    clearFilters(words = false) {
      show({ filters: [] });
      void get().search(words ? '' : parseQuery(get().query).words);
      keep();
    },

    setSort(sort) {
      show({ sort });
      keep();
    },

    showViews({ current, saved: savedViews }) {
      set({ savedViews, filters: current.filters, sort: current.sort });
      show({});
      if (current.words) void get().search(current.words);
    },

    showView({ words, filters, sort }) {
      show({ filters, sort });
      void get().search(words);
      keep();
    },

    saveView(name) {
      const view = currentView(get());
      const others = get().savedViews.filter((other) => other.name !== name);
      saved([...others, { name, view }]);
      get().say(`“${name}” is kept among your views.`);
    },

    renameView(name, to) {
      if (name === to) return;
      const others = get().savedViews.filter((other) => other.name !== to);
      saved(others.map((other) => (other.name === name ? { ...other, name: to } : other)));
    },

    removeView(name) {
      const before = get().savedViews;
      saved(before.filter((other) => other.name !== name));
      get().say(`“${name}” is no longer among your views.`, {
        name: 'Undo',
        run: () => saved(before),
      });
    },

    forgetView() {
      get().chooseNone();
      clearTimeout(keeping);
      set({ query: '', hits: null, terms: [], filters: [], sort: null, savedViews: [] });
    },
  };
}

/** What the list shows, as it can be kept: what is being typed counts. */
export function currentView({
  query,
  filters,
  sort,
}: Pick<State, 'query' | 'filters' | 'sort'>): ListView {
  const typed = parseQuery(query);
  return { words: typed.words, filters: typed.filters.reduce(withFilter, filters), sort };
}

/** Does the list show all there is, in the usual order? */
export function isUsual(view: ListView): boolean {
  return view.words === '' && view.filters.length === 0 && view.sort === USUAL_VIEW.sort;
}

function withFilter(filters: Filter[], filter: Filter): Filter[] {
  return filters.some((other) => isSameFilter(other, filter)) ? filters : [...filters, filter];
}
