// The app's lifecycle, nothing else.

import { join } from 'node:path';
import { LINK_SCHEME } from '@core/capture/link';
import { CALL, TELL } from '@core/ipc/contract';
import { app, ipcMain, protocol, session } from 'electron';
import { libraryArgument, linkArgument } from './app/command-line';
import type { Door } from './ipc/handle';
import type { Services } from './services';
import { APP_SCHEME, serveAssets } from './windows/assets';
import { prepareWindow } from './windows/main-window';
import { loadableUrls } from './windows/pages';
import { closeSession, guardContents } from './windows/security';

const startedAt = Date.now();
app.setName('Close Call');
// Said once more here: not every Electron takes Chromium's switch for its own data folder.
const profile = app.commandLine.getSwitchValue('user-data-dir');
if (profile) app.setPath('userData', profile);

// The windows share one process for their pages: another window is there at once and costs little.
app.commandLine.appendSwitch('process-per-site');
// Room, in MB, for what some fifty keys leave behind: of the usual one, the pages were cleared out
// every fifteenth key.
app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=4');

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
]);
guardContents(app);

/** What a start asks for; a second start hands it to the first. */
interface Asked {
  library: string | null;
  link: string | null;
}
const asked: Asked = {
  library: libraryArgument(process.argv, process.cwd()),
  link: linkArgument(process.argv),
};

if (app.requestSingleInstanceLock(asked)) {
  // The links of an app that is run from source are nobody's to open.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  void app.whenReady().then(start);
} else app.quit();

/** Links that macOS hands over, from before there is anyone to take them on. */
let takeLink = (link: string): void => {
  asked.link = link;
};
app.on('open-url', (event, link) => {
  event.preventDefault();
  takeLink(link);
});

/** The page is on its way before the services are loaded: the two do not wait for each other. */
async function start(): Promise<void> {
  serveAssets(protocol, join(import.meta.dirname, '../renderer'));
  closeSession(session.defaultSession, loadableUrls());
  const prepared = prepareWindow();
  let open: (door: Door) => void = () => {};
  const door = new Promise<Door>((resolve) => {
    open = resolve;
  });
  ipcMain.handle(CALL, async (event, channel, payload, library) =>
    (await door)(event, channel, payload, library),
  );
  ipcMain.on(TELL, async (event, channel, payload, library) => {
    await (await door)(event, channel, payload, library);
  });

  const { createServices } = await import('./services');
  let quitting = false;
  const services = createServices({
    prepared,
    startedAt,
    quitting: () => quitting,
    stayed: () => {
      quitting = false;
    },
  });
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit();
  });
  stopBeforeQuit(services);
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const { library, link } = data as Asked;
    if (link) services.openLink(link);
    else services.showWindow();
    if (library) void services.openLibrary(library);
  });
  app.on('activate', () => services.showWindow());
  // The page asks what is there: it is answered once the library is open, or could not be.
  void services.openLibrary(asked.library).finally(() => open(services.door));
  services.showWindow();
  takeLink = services.openLink;
  if (asked.link) services.openLink(asked.link);
}

/** Brings what is under way to its end before the process goes. */
function stopBeforeQuit(services: Services): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void services.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
