// The composition root: builds the services, binds their channels, and hands out what the app's
// lifecycle needs of them.

import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, nativeTheme } from 'electron';
import { showAbout } from './app/about';
import { appHandlers } from './app/handlers';
import { Notices } from './app/notices';
import { createExportService } from './export/export-service';
import { type Door, doorTo, type Handlers, senderTo } from './ipc/handle';
import { libraryHandlers } from './library/handlers';
import { LibraryService } from './library/library-service';
import { recordHandlers } from './library/record-handlers';
import type { Unsaved } from './library/record-service';
import { menuTemplate } from './menu/menu';
import { openSettings } from './settings/open-settings';
import { RecentLibraries } from './settings/recent-libraries';
import { APP_ORIGIN } from './windows/assets';
import { Closing } from './windows/closing';
import { prepareWindow, rendererUrl, takeOver } from './windows/main-window';

export interface Services {
  /** Where the page's calls come in. */
  door: Door;
  /** Opens the window, or brings the one there is to the front. */
  showWindow(): void;
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
  /** A person who was about to quit has chosen to stay. */
  stayed(): void;
}

export function createServices({ prepared: first, startedAt, stayed }: ServicesParts): Services {
  let prepared = first;
  let window: BrowserWindow | null = null;
  const send = senderTo(() => window?.webContents ?? null);
  const userData = app.getPath('userData');
  const notices = new Notices(send);
  const notify = (message: string) => notices.add(message);
  const settings = openSettings(userData, notify);
  const recent = new RecentLibraries(settings);
  const libraries = new LibraryService({
    userData,
    send,
    notify,
    recent,
    startedAt,
    sample: join(app.getAppPath(), 'resources/sample-library'),
  });
  const exports = createExportService({
    readRecords: (keys) => libraries.library.read(keys),
    libraryInfo: () => libraries.library.info(),
    settings: {
      paper: () => settings.get('paper'),
      exportFolder: () => settings.get('exportFolder'),
      setExportFolder: (folder) => settings.set('exportFolder', folder),
    },
    parentWindow: () => window,
    send,
  });
  const closing = new Closing({
    askPage: () => {
      const contents = window?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoadingMainFrame()) return false;
      send('app:flush', null);
      return true;
    },
    save: () => libraries.flush(),
    confirm: async (unsaved) => {
      const quits = await confirmQuit(window, unsaved);
      if (!quits) stayed();
      return quits;
    },
  });
  const handlers: Handlers = {
    ...appHandlers({ libraries, settings, recent, notices, flushed: () => closing.flushed() }),
    ...libraryHandlers(libraries, () => window),
    ...recordHandlers(libraries, () => window),
    'export:save': ({ format, keys }) => exports.save(format, keys),
    'export:cancel': () => exports.cancel(),
    'export:copy-markdown': ({ key }) => exports.copyMarkdown(key),
    'export:show': () => exports.show(),
  };
  const trusted = new URL(rendererUrl()).origin;
  nativeTheme.themeSource = settings.get('theme');
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        packaged: app.isPackaged,
        command: (command) => send('menu:command', { command }),
        about: showAbout,
      }),
    ),
  );

  return {
    door: doorTo(handlers, (url) => isOwnPage(url, trusted)),

    showWindow() {
      if (window) {
        if (window.isMinimized()) window.restore();
        window.focus();
        return;
      }
      window = prepared && !prepared.isDestroyed() ? prepared : prepareWindow();
      prepared = null;
      takeOver(window, {
        bounds: settings.get('window'),
        remember: (bounds) => settings.set('window', bounds),
        mayClose: () => closing.mayClose(),
        crashed: () => notify('The window stopped and was opened again. What you typed is kept.'),
      });
      // Whoever comes back from a terminal sees what was done there, watcher or not.
      window.on('focus', () => void libraries.current?.rescan().catch(() => {}));
      window.on('closed', () => {
        window = null;
      });
    },
    async openLibrary(asked) {
      await closing.handOver();
      await libraries.reopen(asked);
    },
    async stop() {
      await exports.stop();
      await libraries.close();
    },
  };
}

/** Custom schemes have the origin 'null' in URL, so those are compared by their beginning. */
function isOwnPage(url: string, trusted: string): boolean {
  if (trusted !== 'null') return URL.canParse(url) && new URL(url).origin === trusted;
  return url.startsWith(`${APP_ORIGIN}/`);
}

async function confirmQuit(
  window: BrowserWindow | null,
  unsaved: readonly Unsaved[],
): Promise<boolean> {
  const options = {
    type: 'warning' as const,
    message: 'Not everything could be saved',
    detail: [
      ...unsaved.map(({ title, reason }) => `“${title}”: ${reason}`),
      'What you typed is kept in the journal on this machine, and is there when you start again.',
    ].join('\n\n'),
    buttons: ['Quit anyway', 'Stay'],
    defaultId: 1,
    cancelId: 1,
  };
  const answer = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return answer.response === 0;
}
