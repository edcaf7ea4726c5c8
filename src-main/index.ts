// The app's lifecycle, nothing else.

import { join } from 'node:path';
import { CALL } from '@core/ipc/contract';
import { app, ipcMain, protocol, session } from 'electron';
import { libraryArgument } from './app/command-line';
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

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
]);
guardContents(app);

const asked = libraryArgument(process.argv, process.cwd());
/** What a second start hands to the first. */
interface SecondStart {
  library: string | null;
}

if (app.requestSingleInstanceLock({ library: asked } satisfies SecondStart)) {
  void app.whenReady().then(start);
} else app.quit();

/** The page is on its way before the services are loaded: the two do not wait for each other. */
async function start(): Promise<void> {
  serveAssets(protocol, join(import.meta.dirname, '../renderer'));
  closeSession(session.defaultSession, loadableUrls());
  const prepared = prepareWindow();
  let open: (door: Door) => void = () => {};
  const door = new Promise<Door>((resolve) => {
    open = resolve;
  });
  ipcMain.handle(CALL, async (event, channel, payload) => (await door)(event, channel, payload));

  const { createServices } = await import('./services');
  let quitting = false;
  const services = createServices({
    prepared,
    startedAt,
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
    const { library } = data as SecondStart;
    services.showWindow();
    if (library) void services.openLibrary(library);
  });
  app.on('activate', () => services.showWindow());
  // The page asks what is there: it is answered once the library is open, or could not be.
  void services.openLibrary(asked).finally(() => open(services.door));
  services.showWindow();
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
