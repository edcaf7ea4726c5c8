// The app's lifecycle, nothing else.

import { join } from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';
import { APP_ORIGIN, APP_SCHEME, serveAssets } from './windows/assets';
import { createMainWindow } from './windows/main-window';
import { closeSession, guardContents } from './windows/security';

protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true } },
]);
guardContents(app);

void app.whenReady().then(() => {
  serveAssets(protocol, join(import.meta.dirname, '../renderer'));
  closeSession(session.defaultSession, [`${APP_ORIGIN}/`, 'devtools:']);
  createMainWindow(null);
});

app.on('activate', () => {
  if (BrowserWindow.getAllWindows().length === 0) createMainWindow(null);
});

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});
