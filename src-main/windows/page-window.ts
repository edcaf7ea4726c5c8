// What every window with a page of ours has in common: the security baseline, the paper behind the
// page until it is there, knowing when it has something to show, and coming back after a crash.

import { join } from 'node:path';
import type { WindowRole } from '@core/ipc/roles';
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron';
import { iconPath } from '../app/about';
import { pageUrl } from './pages';
import { webPreferences } from './security';

/** The colour of the page before it is there: the paper of the two themes. */
const PAPER = { light: '#f7f5f0', dark: '#12171d' };
const SHOW_AFTER = 400;
/** A page that crashes again within this many milliseconds is left: it would go on for ever. */
const CRASHED_AGAIN = 10_000;

/** A window that is not shown yet, with the page of its role on the way. */
export function makeWindow(
  role: WindowRole,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    show: false,
    icon: iconPath(),
    autoHideMenuBar: process.platform !== 'darwin',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: webPreferences(join(import.meta.dirname, '../preload/index.cjs')),
  });
  ready.set(window, readyToShow(window));
  void window.loadURL(pageUrl(role));
  return window;
}

/** When a window has something to show. */
const ready = new WeakMap<BrowserWindow, Promise<void>>();

/** Resolves when the window has something to show. */
export function painted(window: BrowserWindow): Promise<void> {
  return ready.get(window) ?? Promise.resolve();
}

/**
 * Resolves when there is something to show. A page whose size or zoom changes before its first
 * paint never says that it is ready: then soon after it is loaded.
 */
function readyToShow(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', resolve);
    window.webContents.once('did-finish-load', () => setTimeout(resolve, SHOW_AFTER));
  });
}

/** Loads a page that crashed again, and says so; one that crashes at once again is left. */
export function comeBack(window: BrowserWindow, crashed: () => void): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const again = Date.now() - last < CRASHED_AGAIN;
    last = Date.now();
    if (again) return;
    crashed();
    window.webContents.reload();
  });
}
