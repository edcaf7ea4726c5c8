// The open library as main lists it, what is searched for, and which record is picked out.

import {
  changeListing,
  type LibraryInfo,
  type Listing,
  type ListingChanges,
  type RecordKey,
  readListing,
} from '@core/library/listing';
import { client } from '../../ipc/client';
import type { Get, SetState, State } from '../../store/store';
import { shownGroups } from './selectors';

export interface LibrarySlice {
  library: LibraryInfo | null;
  listing: Listing;
  query: string;
  /** What the query found, best first; null while nothing is searched for. */
  hits: RecordKey[] | null;
  /** The words that were met, for marking. */
  terms: string[];
  selected: RecordKey | null;
  /** Only records that wait for triage. */
  onlyToTriage: boolean;
  /** The library that was open at the start. */
  showLibrary(library: LibraryInfo, listing: Listing | null): void;
  /** Main has opened a library, or looked at the open one anew, or closed it. */
  setLibrary(library: LibraryInfo | null, listing: Listing | null): void;
  /** What main tells of the open library. */
  libraryChanged(library: LibraryInfo, changes: ListingChanges): void;
  openLibrary(how: 'library:open' | 'library:create' | 'library:try-sample'): Promise<void>;
  openRecent(id: number): Promise<void>;
  closeLibrary(): Promise<void>;
  showFolder(): Promise<void>;
  search(query: string): Promise<void>;
  select(key: RecordKey | null): void;
  showToTriage(only: boolean): void;
  trash(key: RecordKey): Promise<void>;
  restore(trashId: string): Promise<void>;
}

const EMPTY: Listing = { records: [], attention: [], copies: [], trash: [] };

export function createLibrarySlice(set: SetState, get: Get): LibrarySlice {
  /** What is picked out: what was, if it is in sight, else the first that is. */
  const pick = (state: Pick<State, 'listing' | 'hits' | 'onlyToTriage' | 'selected'>) => {
    const shown = shownGroups(state.listing.records, state.hits, state.onlyToTriage).flatMap(
      (group) => group.records,
    );
    const stays = shown.some((record) => record.key === state.selected);
    return stays ? state.selected : (shown[0]?.key ?? null);
  };
  /** Another library, or none: nothing of the one before is left in the window. */
  const changeLibrary = async (library: LibraryInfo | null, listing: Listing | null) => {
    get().forgetSession();
    get().forgetRecords();
    set({
      library,
      listing: listing ?? EMPTY,
      route: { name: 'home' },
      query: '',
      hits: null,
      terms: [],
      selected: null,
      onlyToTriage: false,
      recent: [],
      sitting: null,
      drafts: {},
      lastImport: null,
    });
    set((state) => ({ selected: pick(state) }));
    try {
      const app = await client.call('app:state');
      set({ app, notices: app.notices });
      await get().sessionChanged(app.session);
    } catch (error) {
      get().complain(error);
    }
  };
  /** The same library, as it is now. */
  const refresh = (library: LibraryInfo | null, listing: Listing) => {
    set((state) => ({ library, listing, selected: pick({ ...state, listing }) }));
    // What main refused may be possible now: the file is back, the folder can be written.
    void get().flushEdits();
    if (get().query) void get().search(get().query);
  };
  return {
    library: null,
    listing: EMPTY,
    query: '',
    hits: null,
    terms: [],
    selected: null,
    onlyToTriage: false,

    showLibrary(library, listing) {
      set((state) => {
        const shown = listing ?? EMPTY;
        return { library, listing: shown, selected: pick({ ...state, listing: shown }) };
      });
    },

    setLibrary(library, listing) {
      if (library?.folder !== get().library?.folder) {
        void changeLibrary(library, listing);
        return;
      }
      refresh(library, listing ?? get().listing);
    },

    libraryChanged(library, changes) {
      // News of a library that was open before this one.
      if (library.folder !== get().library?.folder) return;
      refresh(library, changeListing(get().listing, changes));
    },

    async openLibrary(how) {
      try {
        await get().flushEdits();
        const library = await client.call(how);
        if (library) await changeLibrary(library, readListing(await client.call('library:list')));
      } catch (error) {
        get().complain(error);
      }
    },

    async openRecent(id) {
      try {
        const library = await client.call('library:open-recent', { id });
        await changeLibrary(library, readListing(await client.call('library:list')));
      } catch (error) {
        get().complain(error);
      }
    },

    async closeLibrary() {
      try {
        await get().flushEdits();
        await client.call('library:close');
        await changeLibrary(null, null);
      } catch (error) {
        get().complain(error);
      }
    },

    async showFolder() {
      await client.call('library:show-folder').catch(get().complain);
    },

    async search(query) {
      set({ query });
      if (query.trim() === '') {
        set((state) => ({ hits: null, terms: [], selected: pick({ ...state, hits: null }) }));
        return;
      }
      try {
        const { keys: hits, terms } = await client.call('library:search', { query });
        if (get().query !== query) return;
        set((state) => ({ hits, terms, selected: pick({ ...state, hits }) }));
      } catch (error) {
        get().complain(error);
      }
    },

    select(key) {
      set({ selected: key });
    },

    showToTriage(only) {
      const shown = { onlyToTriage: only, query: '', hits: null, terms: [] };
      set((state) => ({ ...shown, selected: pick({ ...state, ...shown }) }));
      get().go({ name: 'home' });
    },

    async trash(key) {
      try {
        await get().flushEdits();
        const title = get().listing.records.find((r) => r.key === key)?.fields.title ?? '';
        const { trashId } = await client.call('record:trash', { key });
        set({ selected: null });
        get().go({ name: 'home' });
        get().say(`${title ? `“${title}”` : 'It'} is in the library’s trash.`, {
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
        get().say('Restored to where it was.');
      } catch (error) {
        get().complain(error);
      }
    },
  };
}
