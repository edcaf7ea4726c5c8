// Every channel between the processes, typed, once. Handlers, payload schemas, the preload's
// forwarders and the renderer's client are all derived from these two tables: a channel that is
// missing anywhere does not compile.

import type { KeptForm } from '../capture/form';
import type { LinkedFields } from '../capture/link';
import type { SerialisedError } from '../errors';
import type { ImportItem } from '../import/entries';
import type { CopyTool } from '../library/copies';
import type { LibraryViews } from '../library/list-view';
import type {
  Excerpts,
  LibraryInfo,
  ListingChangesText,
  ListingText,
  RecordKey,
} from '../library/listing';
import type { RecordEdit } from '../record/edit';
import type { Change } from '../record/merge-typing';
import type { RecordContent, RecordFields, SectionKey, Sections } from '../record/model';
import type { VersionOrigin } from '../record/version';
import type { Facilitation } from '../session/facilitation';
import type { Session, SessionEvent } from '../session/session';
import type { Settings } from '../settings/settings';
import type { ShortcutState } from '../settings/shortcut';
import type { MenuCommand } from './menu-commands';

interface Call<In, Out> {
  in: In;
  out: Out;
}

/** A library opened before, named by its place in the list. */
export interface RecentLibrary {
  id: number;
  name: string;
  folder: string;
}

/** Something a person should know, which nobody asked about. */
export interface Notice {
  id: string;
  message: string;
}

export interface AppState {
  version: string;
  platform: string;
  library: LibraryInfo | null;
  recent: RecentLibrary[];
  settings: Settings;
  /** Whether the keys that open the small capture window work. */
  shortcut: ShortcutState;
  notices: Notice[];
  /** What is kept of the open library's list. */
  views: LibraryViews;
  /** The session of the open library. */
  session: SessionState;
  room: RoomState;
}

/** Which windows there are in a session, and on which displays. */
export interface RoomState {
  /** The display of the room's window; null when there is no such window. */
  on: number | null;
  /** The display of the facilitator's window; null when that is closed. */
  facilitatorOn: number | null;
  /** From left to right. */
  displays: DisplayChoice[];
}

export interface DisplayChoice {
  id: number;
  /** "Display 2". */
  name: string;
}

/** Where the session of a library stands, as main has it. */
export interface SessionState {
  /** Goes up with every change: what has a lower one is old news. */
  revision: number;
  /** The one that is being held; null when none is. */
  running: Session | null;
  /** One that was begun and is not being held: it can be resumed. */
  unfinished: UnfinishedSession | null;
}

export interface UnfinishedSession {
  session: Session;
  title: string;
}

/** "Saving…", "Saved · 14:02", "Not saved: reason". */
export type SaveState =
  | {
      kind: 'saved';
      at: number | null;
      /** What the file holds: a record with a later revision is not saved yet. */
      revision?: number;
    }
  | { kind: 'saving' }
  | {
      kind: 'not-saved';
      reason: string;
      /** Where what is typed is kept meanwhile, as sentences. */
      kept?: string;
      conflicts?: SaveConflict[];
    };

/**
 * One place that was changed here and outside in a way that cannot be merged. It is settled by
 * `record:edit` with what was chosen as the edit and `theirs` as its base.
 */
export interface SaveConflict {
  /** Unique within the record. */
  place: string;
  /** For people. */
  name: string;
  /** What both were made from; null when that is not known. */
  base: RecordEdit | null;
  mine: RecordEdit;
  theirs: RecordEdit;
}

/** A version of a record that can be brought back. */
export interface Version {
  hash: string;
  /** Epoch milliseconds. */
  at: number;
  why: VersionOrigin;
  bytes: number;
  /** The file holds this now. */
  current: boolean;
}

export interface RecordView {
  key: RecordKey;
  path: string;
  /** Goes up with every change of the text, from here or outside. */
  revision: number;
  content: RecordContent;
  readOnly: boolean;
  save: SaveState;
  /** The file name the title would give; null when it is that already. */
  suggestedPath: string | null;
}

/** A record with something typed that could not be saved. */
export interface Unsaved {
  title: string;
  reason: string;
}

export interface EditAnswer {
  revision: number;
  /** The record, when there is more in it than its author has seen and put there. */
  merged: RecordView | null;
}

/** A record beside another version of it, place by place: `mine` is the record as it stands. */
export interface CopyView {
  key: RecordKey;
  path: string;
  tool: CopyTool;
  /** The record; the file itself when both versions are in it. */
  of: { key: RecordKey; path: string; title: string };
  /** Only what differs. */
  places: SaveConflict[];
  /** What differs and cannot be chosen here, for people. */
  alsoDiffers: string[];
  /** SHA-256 of the file that was compared. */
  hash: string;
}

/** What the capture dialog hands over. */
export interface NewRecord {
  fields: Partial<RecordFields> & Pick<RecordFields, 'title'>;
  sections: Partial<Sections>;
}

export interface SearchAnswer {
  /** What was found, best first. */
  keys: RecordKey[];
  /** The words that were met, as they stand in the texts, for marking: see `marksIn`. */
  terms: string[];
}

/** What was found, as numbers: for a list that shows all of it with every key that is typed. */
export interface FoundAnswer {
  /** Names what the numbers mean: it changes when a record comes, goes or says something else. */
  table: string;
  /** Whose each number is, a line each, empty for nobody's; null for whoever has that table. */
  keys: string | null;
  /** Numbers, best first. */
  rows: Uint32Array;
  /** As in a SearchAnswer. */
  terms: string[];
}

/** The place of a record's text where most of what was searched for stands. */
export interface Snippet {
  key: RecordKey;
  /** Whose text it is, for people: a section's heading, "Trigger", "Barrier", "Action", … */
  where: string;
  text: string;
  /** Where in the text the words that were met begin and end, in order. */
  marks: [number, number][];
}

/** What became of an import. Places are those in the list that was handed over. */
export interface ImportOutcome {
  added: { place: number; key: RecordKey }[];
  failed: { place: number; reason: string }[];
  /** A person said stop: what is in neither list was not tried. */
  cancelled: boolean;
}

export interface TrashedMany {
  trashIds: string[];
  failed: { key: RecordKey; reason: string }[];
}

export type ExportFormat = 'markdown' | 'pdf';

/** What became of an export; null in the contract means a person cancelled before it began. */
export interface ExportOutcome {
  /** Where it went, to read. */
  place: string;
  written: number;
  failed: { title: string; reason: string }[];
  cancelled: boolean;
}

/** What the small capture window keeps on this machine until it is saved. No names. */
export interface KeptCapture {
  form: KeptForm;
  /** Begun as well: what a link brought while another was being typed, or the other way round. */
  waiting: KeptForm[];
}

/** What the small capture window shows. */
export interface CaptureState {
  /** The library the near miss goes to; null when none is open. */
  library: { name: string } | null;
  /** What the library uses already, to complete what someone types; none while it is out of sight. */
  words: { services: string[]; themes: string[]; people: string[] };
  kept: KeptCapture | null;
  /** What links brought since it was last asked. */
  linked: LinkedFields[];
}

interface Calls {
  'app:state': Call<void, AppState>;
  /** The page has handed over; `left` is what main did not take, which stands in the page alone. */
  'app:flushed': Call<{ left: Unsaved[] }, void>;
  'app:dismiss-notice': Call<{ id: string }, void>;
  /** What is kept of the open library's list, on this machine. */
  'settings:keep-views': Call<{ views: LibraryViews }, void>;
  'settings:change': Call<{ change: Partial<Settings> }, Settings>;

  /** Brings the main window to the front. */
  'app:show': Call<void, void>;

  /** Opens the small capture window. */
  'capture:open': Call<void, void>;
  'capture:state': Call<void, CaptureState>;
  /** Keeps what is typed; null when there is nothing. Raises AppError `not-saved`. */
  'capture:keep': Call<{ kept: KeptCapture | null }, void>;
  /** Hands a text of several near misses to the import page; while a session is held it waits there. */
  'capture:import': Call<{ text: string }, { waits: boolean }>;
  /** The small capture window gets out of the way. */
  'capture:close': Call<void, void>;

  /** Each asks for a folder; null when the person cancelled. */
  'library:open': Call<void, LibraryInfo | null>;
  'library:create': Call<void, LibraryInfo | null>;
  'library:try-sample': Call<void, LibraryInfo | null>;
  'library:open-recent': Call<{ id: number }, LibraryInfo>;
  'library:close': Call<void, void>;
  'library:list': Call<void, ListingText>;
  /** What the reading pane shows of a record; null when it cannot be read (any more). */
  'library:excerpts': Call<{ key: RecordKey }, Excerpts | null>;
  /** Waits until the library has been taken in. */
  'library:search': Call<{ query: string }, SearchAnswer>;
  /** The same search; `table` is the one that the window has. */
  'library:find': Call<{ query: string; table: string | null }, FoundAnswer>;
  /** For the hits that are in sight, by the terms that were met; none where nothing stands. */
  'library:snippets': Call<{ keys: RecordKey[]; terms: string[] }, Snippet[]>;
  'library:show-folder': Call<void, void>;
  /** The text of a file that needs attention, as far as it can be shown. */
  'library:read-file': Call<{ key: RecordKey }, { path: string; text: string }>;

  'record:create': Call<NewRecord, RecordView>;
  'record:open': Call<{ key: RecordKey }, RecordView>;
  /**
   * Journalled at once, saved soon after. `base` is what the edit was made upon: for each field
   * or for the section, the value that was shown. `seen` is the last revision that was shown: what
   * came after it is in the answer. Raises `conflict` when the base has changed on disk.
   */
  'record:edit': Call<
    { key: RecordKey; edit: RecordEdit; base: RecordEdit; seen?: number },
    EditAnswer
  >;
  /**
   * A letter of a section, while someone types on: told, not asked. `change` is to the text that the
   * page told last. It is journalled and shown like an edit; `record:edit` brings the whole text,
   * also where main could not take what was told.
   */
  'record:type': Call<{ key: RecordKey; section: SectionKey; change: Change }, void>;
  /** Saves what is pending now; resolves with what came of it. */
  'record:save': Call<{ key: RecordKey }, SaveState>;
  /** Writes the record with all that is typed to a place that is asked for; null when cancelled. */
  'record:save-copy': Call<{ key: RecordKey }, string | null>;
  /** The versions that can be brought back, newest first. */
  'record:history': Call<{ key: RecordKey }, Version[]>;
  'record:version': Call<{ key: RecordKey; hash: string }, { text: string }>;
  /** Puts a version back, byte for byte. `before` is the hash of what it took the place of. */
  'record:restore-version': Call<
    { key: RecordKey; hash: string },
    { view: RecordView; before: string }
  >;
  'record:rename-file': Call<{ key: RecordKey }, RecordView>;
  'record:trash': Call<{ key: RecordKey }, { trashId: string }>;
  'record:restore': Call<{ trashId: string }, { key: RecordKey }>;
  'record:trash-many': Call<{ keys: RecordKey[] }, TrashedMany>;
  /** Gives those that were still in the trash. */
  'record:restore-many': Call<{ trashIds: string[] }, { keys: RecordKey[] }>;
  'record:show-file': Call<{ key: RecordKey }, void>;

  /** Compares a record with another version of it; changes nothing. */
  'copy:open': Call<{ key: RecordKey }, CopyView>;
  /**
   * For a file with both versions in it: writes the record's own with the chosen edits. What was
   * there is kept in the history first. Raises `conflict` when the file is not what was compared.
   */
  'copy:resolve': Call<{ key: RecordKey; hash: string; edits: RecordEdit[] }, RecordView>;

  /**
   * Holds a session on a record, or goes on with the one there is on it. Raises `read-only`, and
   * `conflict` while another one is not finished.
   */
  'session:begin': Call<{ key: RecordKey }, SessionState>;
  /** Goes on with the one that was not finished. */
  'session:resume': Call<void, SessionState>;
  /** Every window is told at once; in the journal soon after. */
  'session:do': Call<{ event: SessionEvent }, SessionState>;
  /** Stops holding it; it can be resumed. */
  'session:leave': Call<void, SessionState>;
  /** The session is over, or is not wanted: nothing of it is kept but what is in the record. */
  'session:drop': Call<void, SessionState>;
  /** Brings the session back that was dropped last, to be resumed. */
  'session:take-back': Call<void, SessionState>;

  /** What belongs to the facilitator alone of a record; null when there is nothing yet. */
  'facilitator:open': Call<{ key: RecordKey }, Facilitation | null>;
  /** Kept on this machine only; no window is told of it. */
  'facilitator:keep': Call<{ key: RecordKey; facilitation: Facilitation }, void>;
  /** Writes new records and copies record files in, in their order. Raises `read-only`. */
  'import:add': Call<{ items: ImportItem[] }, ImportOutcome>;
  /** Stops the import that is under way; what is written stays. */
  'import:cancel': Call<void, void>;
  /** What the small capture window has handed to the import page, each text once. */
  'import:handed-over': Call<void, string[]>;
  /** Puts rows that could not be taken on the clipboard, to be put right elsewhere. */
  'import:copy-rows': Call<{ text: string }, void>;

  /** Opens the room's window on a display, or moves it there; null for the best one. */
  'room:open': Call<{ display: number | null }, RoomState>;
  'room:close': Call<void, void>;
  /** Opens the facilitator's window, or brings it to the front. */
  'room:show-facilitator': Call<void, void>;
  /** What is being read out, by the name of its place: the room's window shows it too. */
  'room:read': Call<{ place: string }, void>;

  'export:save': Call<{ format: ExportFormat; keys: RecordKey[] }, ExportOutcome | null>;
  'export:cancel': Call<void, void>;
  'export:copy-markdown': Call<{ key: RecordKey }, void>;
  /** Shows the last export in its folder. */
  'export:show': Call<void, void>;

  /** Opens https: and mailto: links in the system's own program. */
  'link:open': Call<{ href: string }, void>;
}

export interface Events {
  /** Another library is open now, or none. */
  'library:opened': { library: LibraryInfo | null; listing: ListingText | null };
  /** The open library has changed: its rows in changes upon what was listed or told before. */
  'library:changed': { library: LibraryInfo; changes: ListingChangesText };
  /** The record's text changed outside the app or in another window, or its file moved or went. */
  'record:changed': { key: RecordKey; view: RecordView | null };
  'record:save-state': { key: RecordKey; save: SaveState };
  'session:changed': SessionState;
  'import:progress': { done: number; total: number };
  /** There is a text for the import page: `import:handed-over` has it. */
  'import:arrived': null;
  /** The room's window has come, gone or moved, or the displays have changed. */
  'room:changed': RoomState;
  'room:reading': { place: string };
  'export:progress': { done: number; total: number };
  'app:notice': Notice;
  /** The small capture window is opened, or the library has changed: `capture:state` says more. */
  'capture:changed': null;
  'capture:shortcut': { state: ShortcutState };
  /** Hand over everything that is typed, then call `app:flushed`. */
  'app:flush': null;
  'menu:command': { command: MenuCommand };
}

export type Channel = keyof Calls;
export type Input<C extends Channel> = Calls[C]['in'];
export type Output<C extends Channel> = Calls[C]['out'];
export type EventName = keyof Events;

/** What a handler answers with: errors cross as values, so that none loses its code. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: SerialisedError };

export const EVENT_NAMES = [
  'library:opened',
  'library:changed',
  'record:changed',
  'record:save-state',
  'session:changed',
  'import:progress',
  'import:arrived',
  'room:changed',
  'room:reading',
  'export:progress',
  'app:notice',
  'capture:changed',
  'capture:shortcut',
  'app:flush',
  'menu:command',
] as const satisfies readonly EventName[];

/** All calls go over one wire: the door is there before the services behind it are. */
export const CALL = 'close-call';
/** The name of a call that nobody waits for. */
export const TELL = 'close-call:tell';

/** What the preload puts on window.closeCall, and nothing else. */
export interface CloseCallBridge {
  /** `library` is the folder of the one that the page shows: see the door to libraries. */
  invoke<C extends Channel>(
    channel: C,
    input: Input<C>,
    library?: string | null,
  ): Promise<Answer<Output<C>>>;
  /** The same with no answer. */
  tell<C extends Channel>(channel: C, input: Input<C>, library?: string | null): void;
  /** Subscribes; gives back how to stop. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}
