// The open library as main lists it, what is searched for, and which record is picked out.

import type { SearchHit } from '@core/ipc/contract';
import type { LibraryInfo, Listing, RecordKey } from '@core/library/listing';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import { groupByStatus } from './selectors';

export interface LibrarySlice {
  library: LibraryInfo | null;
  listing: Listing;
  query: string;
  /** Hits of the query, best first; null while nothing is searched for. */
  hits: SearchHit[] | null;
  selected: RecordKey | null;
  /** Only records that wait for triage. */
  onlyToTriage: boolean;
  setLibrary(library: LibraryInfo | null, listing: Listing | null): void;
  openLibrary(how: 'library:open' | 'library:create' | 'library:try-sample'): Promise<void>;
  openRecent(id: number): Promise<void>;
  closeLibrary(): Promise<void>;
  search(query: string): Promise<void>;
  select(key: RecordKey | null): void;
  showToTriage(only: boolean): void;
  trash(key: RecordKey): Promise<void>;
  restore(trashId: string): Promise<void>;
}

const EMPTY: Listing = { records: [], attention: [], trash: [] };

export function createLibrarySlice(set: SetState, get: Get): LibrarySlice {
  const enter = async (library: LibraryInfo) => {
    const [app, listing] = await Promise.all([
      client.call('app:state'),
      client.call('library:list'),
    ]);
    set({
      app,
      unfinished: app.unfinished,
      notices: app.notices,
      route: { name: 'home' },
      query: '',
      hits: null,
      selected: null,
    });
    get().setLibrary(library, listing);
  };
  return {
    library: null,
    listing: EMPTY,
    query: '',
    hits: null,
    selected: null,
    onlyToTriage: false,

    setLibrary(library, listing) {
      const shown = listing ?? (library ? get().listing : EMPTY);
      const stillThere = shown.records.some((record) => record.key === get().selected);
      // Something to read is always picked out: the first in the list if nothing else.
      const first = groupByStatus(shown.records)[0]?.records[0]?.key ?? null;
      set({ library, listing: shown, selected: stillThere ? get().selected : first });
      if (get().query) void get().search(get().query);
    },

    async openLibrary(how) {
      try {
        const library = await client.call(how);
        if (library) await enter(library);
      } catch (error) {
        get().complain(error);
      }
    },

    async openRecent(id) {
      try {
        await enter(await client.call('library:open-recent', { id }));
      } catch (error) {
        get().complain(error);
        set({ app: await client.call('app:state') });
      }
    },

    async closeLibrary() {
      await get().flushEdits();
      await client.call('library:close').catch(get().complain);
      set({ app: await client.call('app:state'), route: { name: 'home' }, unfinished: null });
      get().setLibrary(null, null);
    },

    async search(query) {
      set({ query });
      if (query.trim() === '') {
        set({ hits: null });
        return;
      }
      try {
        const hits = await client.call('library:search', { query });
        if (get().query === query) set({ hits });
      } catch (error) {
        get().complain(error);
      }
    },

    select(key) {
      set({ selected: key });
    },

    showToTriage(only) {
      set({ onlyToTriage: only, query: '', hits: null });
      get().go({ name: 'home' });
    },

    async trash(key) {
      try {
        await get().flushEdits();
        const title =
          get().listing.records.find((r) => r.key === key)?.fields.title ?? 'The record';
        const { trashId } = await client.call('record:trash', { key });
        set({ selected: null });
        get().go({ name: 'home' });
        get().say(`“${title}” is in the library's trash.`, {
          name: 'Undo',
          run: () => void get().restore(trashId),
        });
      } catch (error) {
        get().complain(error);
      }
    },

    async restore(trashId) {
      try {
        const { key } = await client.call('record:restore', { trashId });
        set({ selected: key });
        get().say('Put back where it was.');
      } catch (error) {
        get().complain(error);
      }
    },
  };
}
