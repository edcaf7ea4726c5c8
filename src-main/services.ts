// The composition root: builds the services, binds their channels, and hands out what the app's
// lifecycle needs of them.

import { join } from 'node:path';
import type { MenuCommand } from '@core/ipc/menu-commands';
import type { WindowRole } from '@core/ipc/roles';
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  Menu,
  nativeTheme,
  powerMonitor,
} from 'electron';
import { showAbout } from './app/about';
import { appHandlers } from './app/handlers';
import { Notices } from './app/notices';
import { createQuickCapture } from './capture/quick-capture';
import { createExportService } from './export/export-service';
import { IndexThread } from './indexer/index-thread';
import startIndexer from './indexer/index-worker?nodeWorker';
import { type Door, doorTo, type Handlers, type Send } from './ipc/handle';
import { libraryHandlers } from './library/handlers';
import { Imports } from './library/import-records';
import { LibraryService, type OpenLibrary } from './library/library-service';
import { doorToLibraries } from './library/meant-door';
import { recordHandlers } from './library/record-handlers';
import { Typing } from './library/typing';
import { TypingPause } from './library/typing-pause';
import { menuTemplate } from './menu/menu';
import { sessionHandlers } from './session/session-handlers';
import { KeptViews } from './settings/kept-views';
import { openSettings } from './settings/open-settings';
import { RecentLibraries } from './settings/recent-libraries';
import { WriterThread } from './storage/writer-thread';
import startWriter from './storage/writer-worker?nodeWorker';
import { Closing } from './windows/closing';
import { closingWords } from './windows/closing-words';
import { discreetDoor } from './windows/discretion';
import { prepareWindow, takeOver } from './windows/main-window';
import { isOwnPage } from './windows/pages';
import { RoomWindow } from './windows/room-window';
import { Windows } from './windows/windows';

export interface Services {
  /** Where the page's calls come in. */
  door: Door;
  /** Opens the window, or brings the one there is to the front. */
  showWindow(): void;
  /** Opens a close-call: link, good or bad. */
  openLink(link: string): void;
  /** Opens the library asked for, else the one of last time. */
  openLibrary(asked: string | null): Promise<void>;
  /** For the end of the app: whatever still works is brought to its end. */
  stop(): Promise<void>;
}

export interface ServicesParts {
  /** A window whose page is already being loaded. */
  prepared: BrowserWindow | null;
  /** Epoch milliseconds the app was started at. */
  startedAt: number;
  /** Is the app on its way out? */
  quitting(): boolean;
  /** A person who was about to quit has chosen to stay. */
  stayed(): void;
}

/** Megabytes for what the index's thread needs for a moment: it reads thousands of files in a row. */
const YOUNG = 8;

export function createServices({
  prepared: first,
  startedAt,
  quitting,
  stayed,
}: ServicesParts): Services {
  let prepared = first;
  const windows = new Windows();
  const send: Send = (event, payload, from) => {
    windows.send(event, payload, from);
    if (event === 'library:opened') capture.window.changed();
  };
  const userData = app.getPath('userData');
  const notices = new Notices(send);
  const notify = (message: string) => notices.add(message);
  const settings = openSettings(userData, notify);
  const recent = new RecentLibraries(settings);
  const writer = new WriterThread(() => startWriter({ name: 'writer' }));
  const { write } = writer;
  const indexThread = new IndexThread(() =>
    startIndexer({ name: 'index', resourceLimits: { maxYoungGenerationSizeMb: YOUNG } }),
  );
  indexThread.start();
  const pause = new TypingPause();
  const libraries = new LibraryService({
    userData,
    send,
    notify,
    inAPause: (run) => pause.once(run),
    write,
    startReader: indexThread.startReader,
    version: app.getVersion(),
    recent,
    startedAt,
    isShared: () => windows.get('room') !== null,
    sample: join(app.getAppPath(), 'resources/sample-library'),
    handOver: () => closing.handOver(),
  });
  const exports = createExportService({
    readRecords: (keys) => libraries.library.read(keys),
    libraryInfo: () => libraries.library.info(),
    settings: {
      paper: () => settings.get('paper'),
      exportFolder: () => settings.get('exportFolder'),
      setExportFolder: (folder) => settings.set('exportFolder', folder),
    },
    parentWindow: () => windows.get('main'),
    send,
    write,
  });
  const imports = new Imports({ files: () => libraries.library.files, send });
  const closing = new Closing({
    askPages: () => windows.askToFlush(),
    save: () => libraries.flush(),
    confirm: async (unsaved, left) => {
      const may = await confirmQuit(windows.get('main'), closingWords(unsaved, left));
      if (!may) stayed();
      return may;
    },
  });
  /** Windows that a session can be held in. */
  const whole = () => [windows.get('main'), windows.get('room')].filter(Boolean).length;
  const mayClose = (role: WindowRole) => {
    const page = windows.get(role)?.webContents.id;
    if (quitting() || whole() === 1 || page === undefined) return closing.mayClose();
    return closing.mayLeave(page);
  };
  const room = new RoomWindow({
    windows,
    mayClose: () => mayClose('room'),
    crashed: () => notify('The room window stopped and was opened again. Nothing is lost.'),
    closed: () => leaveAlone(),
  });
  /** What is typed is undone where it is typed; everything else is the main window's. */
  const focusedRole = (command: MenuCommand): WindowRole => {
    const isHere = windows.get('room')?.isFocused() && ['undo', 'redo'].includes(command);
    return isHere ? 'room' : 'main';
  };
  const capture = createQuickCapture({
    windows,
    libraries,
    settings,
    send,
    notify,
    quitting,
    mayClose: () => closing.mayClose(),
    showApp: () => showWindow(),
  });
  const runFromMenu = (command: MenuCommand) => {
    const small = windows.get('capture');
    // The small window has its own field to undo in, and comes without any other window.
    if (command === 'quick-capture') capture.window.open();
    else if (small?.isFocused() && (command === 'undo' || command === 'redo')) {
      small.webContents[command]();
    } else if (command === 'show-facilitator') showWindow();
    else windows.sendTo(focusedRole(command), 'menu:command', { command });
  };
  /** Without a window nobody is in the session: its clock stands, and it can be resumed. */
  const leaveAlone = () => {
    if (whole() === 0) void libraries.current?.session.leave();
  };
  const showWindow = () => {
    const shown = windows.get('main');
    if (shown) {
      if (shown.isMinimized()) shown.restore();
      shown.focus();
      return;
    }
    const window = prepared && !prepared.isDestroyed() ? prepared : prepareWindow();
    prepared = null;
    windows.add('main', window);
    takeOver(window, {
      bounds: settings.get('window'),
      remember: (bounds) => settings.set('window', bounds),
      mayClose: () => mayClose('main'),
      crashed: () => notify('The window stopped and was opened again. What you typed is kept.'),
    });
    // Whoever comes back from a terminal sees what was done there, watcher or not.
    window.on('focus', () => void libraries.current?.rescan().catch(() => {}));
    window.on('closed', () => {
      room.tell();
      leaveAlone();
      capture.window.endUnlessNeeded();
    });
    room.tell();
    window.once('show', () => capture.start(window));
  };
  const typing = new Typing(pause);
  /** All that is written by a record's key. */
  const recordsOf = (of: OpenLibrary) => ({
    ...recordHandlers(of, typing, (page) => windows.of(page), write),
    ...sessionHandlers(of, settings),
  });
  const handlers: Handlers = {
    ...appHandlers({
      libraries,
      settings,
      views: new KeptViews(settings),
      recent,
      notices,
      shortcut: () => capture.keys.state,
      changed: ({ theme, captureShortcut }) => {
        nativeTheme.themeSource = theme;
        capture.keys.use(captureShortcut);
      },
      showWindow,
      flushed: (page, left) => closing.flushed(page, left),
      room: () => room.state,
    }),
    ...capture.handlers,
    ...libraryHandlers(libraries, (page) => windows.of(page)),
    ...recordsOf(libraries),
    'import:add': ({ items }) => imports.add(items),
    'import:cancel': () => imports.cancel(),
    'import:copy-rows': ({ text }) => clipboard.writeText(text),
    'room:open': ({ display }) => room.open(display),
    'room:close': () => room.close(),
    'room:show-facilitator': () => showWindow(),
    'room:read': ({ place }) => windows.sendTo('room', 'room:reading', { place }),
    'export:save': ({ format, keys }) => exports.save(format, keys),
    'export:cancel': () => exports.cancel(),
    'export:copy-markdown': ({ key }) => exports.copyMarkdown(key),
    'export:show': () => exports.show(),
  };
  const door = doorToLibraries(
    {
      open: doorTo(handlers, isOwnPage),
      leaving: doorTo({ ...handlers, ...recordsOf(libraries.before) }, isOwnPage),
    },
    (folder) => libraries.standing(folder),
  );
  powerMonitor.on('suspend', () => libraries.current?.session.sleep());
  powerMonitor.on('resume', () => libraries.current?.session.wake());
  nativeTheme.themeSource = settings.get('theme');
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        packaged: app.isPackaged,
        command: (command) => runFromMenu(command),
        about: showAbout,
      }),
    ),
  );

  return {
    door: discreetDoor(door, (page) => windows.roleOf(page)),
    showWindow,

    openLink: (link) => capture.openLink(link),
    openLibrary: (asked) => libraries.reopen(asked),
    async stop() {
      await exports.stop();
      await imports.stop();
      await libraries.close();
      await writer.stop();
      await indexThread.stop();
    },
  };
}

async function confirmQuit(window: BrowserWindow | null, detail: string): Promise<boolean> {
  const options = {
    type: 'warning' as const,
    message: 'Not everything could be saved',
    detail,
    buttons: ['Quit anyway', 'Stay'],
    defaultId: 1,
    cancelId: 1,
  };
  const answer = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return answer.response === 0;
}
