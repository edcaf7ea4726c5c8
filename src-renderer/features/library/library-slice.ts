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
  /**
   * Main has opened a library, or looked at the open one anew, or closed it. Resolves when it is
   * shown: at once, but for another one, before which all that is typed is handed over.
   */
  setLibrary(library: LibraryInfo | null, listing: Listing | null): Promise<void>;
  /** What main tells of the open library. */
  libraryChanged(library: LibraryInfo, changes: ListingChanges): void;
  openLibrary(how: 'library:open' | 'library:create' | 'library:try-sample'): Promise<void>;
  openRecent(id: number): Promise<void>;
  closeLibrary(): Promise<void>;
  showFolder(): Promise<void>;
  select(key: RecordKey | null): void;
  trash(key: RecordKey): Promise<void>;
  /** Says that it lies in the trash, with the way back: by the message or by key. */
  sayTrashed(what: string, trashId: string, topic?: string): void;
  restore(trashId: string): Promise<void>;
}

const EMPTY: Listing = { records: [], attention: [], copies: [], trash: [] };

export function createLibrarySlice(set: SetState, get: Get): LibrarySlice {
  const isShown = (library: LibraryInfo | null) => library?.folder === get().library?.folder;
  /** What is typed goes to the library it is typed in, with what is typed meanwhile. */
  const handOver = async () => {
    do await Promise.all([get().flushEdits(), get().flushFacilitation()]);
    while (get().hasUnsent() || get().isKeepingFacilitation());
  };
  /** Another library, or none: nothing of the one before is left in the window. */
  const changeLibrary = async (library: LibraryInfo | null, listing: Listing | null) => {
    await handOver();
    // Told and answered: whichever comes first.
    if (isShown(library)) return;
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
      facilitation: null,
    });
    set((state) => ({ selected: pickOf(state) }));
    void askState();
  };
  const askState = async () => {
    try {
      const app = await client.call('app:state');
      set({ app, notices: app.notices });
      get().showViews(app.views);
      await get().sessionChanged(app.session);
    } catch (error) {
      get().complain(error);
    }
  };
  /** What is answered to whoever opened it; told of by then, most often. */
  const showOpened = async (library: LibraryInfo) => {
    if (isShown(library)) return;
    await changeLibrary(library, readListing(await client.call('library:list')));
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

    async setLibrary(library, listing) {
      if (isShown(library)) refresh(library, listing ?? get().listing);
      else await changeLibrary(library, listing);
    },

    libraryChanged(library, changes) {
      // News of a library that was open before this one.
      if (!isShown(library)) return;
      refresh(library, changeListing(get().listing, changes));
    },

    async openLibrary(how) {
      try {
        await get().flushEdits();
        const library = await client.call(how);
        if (library) await showOpened(library);
      } catch (error) {
        get().complain(error);
      }
    },

    async openRecent(id) {
      try {
        await showOpened(await client.call('library:open-recent', { id }));
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
      const { library } = get();
      try {
        await get().flushEdits();
        const title = rowsByKey(get().listing.records).get(key)?.fields.title ?? '';
        const { trashId } = await client.call('record:trash', { key });
        // In another library it is neither told nor taken back.
        if (!isShown(library)) return;
        set({ selected: null });
        get().go({ name: 'home' });
        get().sayTrashed(title ? `“${title}”` : 'It', trashId);
      } catch (error) {
        get().complain(error);
      }
    },

    sayTrashed(what, trashId, topic) {
      const undo = get().rememberLast(() => {
        // Taken back by key, it is not offered any more.
        get().dismissToast(said);
        return get().restore(trashId);
      });
      const said = get().say(`${what} is in the library’s trash.`, undo, topic);
    },

    async restore(trashId) {
      try {
        const { key } = await client.call('record:restore', { trashId });
        set({ selected: key });
        get().rememberLast(null);
        get().say('Restored to where it was.');
      } catch (error) {
        get().complain(error);
      }
    },
  };
}
