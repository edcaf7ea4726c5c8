// The open library as main lists it, and which record is picked out.

import { EVERY_OPEN_ACTION } from '@core/actions/library-actions';
import { rowsByKey } from '@core/library/list-view';
import {
  changeListing,
  type LibraryInfo,
  type Listing,
  type ListingChanges,
  type RecordKey,
  readListing,
} from '@core/library/listing';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';
import { pickOf } from './shown';

export interface LibrarySlice {
  library: LibraryInfo | null;
  listing: Listing;
  selected: RecordKey | null;
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
  select(key: RecordKey | null): void;
  trash(key: RecordKey): Promise<void>;
  restore(trashId: string): Promise<void>;
}

const EMPTY: Listing = { records: [], attention: [], copies: [], trash: [] };

export function createLibrarySlice(set: SetState, get: Get): LibrarySlice {
  /** Another library, or none: nothing of the one before is left in the window. */
  const changeLibrary = async (library: LibraryInfo | null, listing: Listing | null) => {
    get().forgetSession();
    get().forgetRecords();
    get().forgetView();
    get().forgetBulk();
    set({
      library,
      listing: listing ?? EMPTY,
      route: { name: 'home' },
      selected: null,
      recent: [],
      sitting: null,
      drafts: {},
      lastImport: null,
      actionFilter: EVERY_OPEN_ACTION,
      // What they offer to undo was done in the other library.
      toasts: get().toasts.filter(({ action }) => !action),
    });
    set((state) => ({ selected: pickOf(state) }));
    try {
      const app = await client.call('app:state');
      set({ app, notices: app.notices });
      get().showViews(app.views);
      await get().sessionChanged(app.session);
    } catch (error) {
      get().complain(error);
    }
  };
  /** The same library, as it is now. */
  const refresh = (library: LibraryInfo | null, listing: Listing) => {
    set((state) => ({
      // Told after each save of a record, and seldom another: nothing is drawn anew for that.
      library: JSON.stringify(library) === JSON.stringify(state.library) ? state.library : library,
      listing,
      selected: pickOf({ ...state, listing }),
    }));
    // What main refused may be possible now: the file is back, the folder can be written.
    void get().flushEdits();
    get().chooseShown();
    get().searchAgain();
  };
  return {
    library: null,
    listing: EMPTY,
    selected: null,

    showLibrary(library, listing) {
      set((state) => {
        const shown = listing ?? EMPTY;
        return { library, listing: shown, selected: pickOf({ ...state, listing: shown }) };
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

    select(key) {
      // What is picked out takes the focus, and what takes the focus is picked out.
      if (key !== get().selected) set({ selected: key });
    },

    async trash(key) {
      try {
        await get().flushEdits();
        const title = rowsByKey(get().listing.records).get(key)?.fields.title ?? '';
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
