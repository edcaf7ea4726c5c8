// The main window: shown once it has something to show, with the bounds it was left at. It goes
// only when nothing typed would be lost, and comes back when its page has crashed.

import { join } from 'node:path';
import type { StoredSettings } from '@core/settings/settings-schema';
import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import { iconPath } from '../app/about';
import { APP_ORIGIN } from './assets';
import { webPreferences } from './security';

type Bounds = NonNullable<StoredSettings['window']>;

const DEFAULT_SIZE = { width: 1440, height: 900 };
/** The colour of the page before it is there: the paper of the two themes. */
const PAPER = { light: '#f7f5f0', dark: '#12171d' };
const REMEMBER_AFTER = 500;
const SHOW_AFTER = 400;
/** A page that crashes again within this many milliseconds is left: it would go on for ever. */
const CRASHED_AGAIN = 10_000;

export interface MainWindowParts {
  bounds: Bounds | null;
  remember(bounds: Bounds): void;
  /** Resolves with whether the window may go. */
  mayClose(): Promise<boolean>;
  /** The page has crashed and is being loaded again. */
  crashed(): void;
}

/** The window with its page on the way, not shown yet: {@link takeOver} shows it. */
export function prepareWindow(): BrowserWindow {
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    minWidth: 760,
    minHeight: 520,
    show: false,
    title: 'Close Call',
    icon: iconPath(),
    autoHideMenuBar: process.platform !== 'darwin',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: webPreferences(join(import.meta.dirname, '../preload/index.cjs')),
  });
  painted.set(window, readyToShow(window));
  void window.loadURL(rendererUrl());
  return window;
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

/** When a window has something to show. */
const painted = new WeakMap<BrowserWindow, Promise<void>>();

/** Puts a prepared window where it was left, shows it once it is painted, and looks after it. */
export function takeOver(window: BrowserWindow, parts: MainWindowParts): void {
  const { bounds } = parts;
  if (bounds) window.setBounds(placeOn(bounds));
  void painted.get(window)?.then(() => {
    if (window.isDestroyed()) return;
    if (bounds?.maximized) window.maximize();
    window.show();
  });
  rememberBounds(window, parts.remember);
  askBeforeClosing(window, parts.mayClose);
  comeBack(window, parts.crashed);
}

/** The dev server's address while developing, else the app's own page. */
export function rendererUrl(): string {
  return devServer() ?? `${APP_ORIGIN}/index.html`;
}

/** Beginnings of the URLs that the app's pages may load; the dev server's only while developing. */
export function loadableUrls(): string[] {
  const dev = devServer();
  const own = [`${APP_ORIGIN}/`, 'devtools:'];
  return dev ? [...own, `${new URL(dev).origin}/`, `ws://${new URL(dev).host}/`] : own;
}

/** Never in a build: the bundler leaves nothing of this there. */
function devServer(): string | undefined {
  return import.meta.env.DEV ? process.env.ELECTRON_RENDERER_URL : undefined;
}

function rememberBounds(window: BrowserWindow, remember: (bounds: Bounds) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    clearTimeout(timer);
    remember({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(now, REMEMBER_AFTER);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', now);
  window.on('closed', () => clearTimeout(timer));
}

function askBeforeClosing(window: BrowserWindow, mayClose: () => Promise<boolean>): void {
  window.on('close', (event) => {
    event.preventDefault();
    void mayClose().then((may) => {
      // destroy() closes without asking again.
      if (may && !window.isDestroyed()) window.destroy();
    });
  });
}

function comeBack(window: BrowserWindow, crashed: () => void): void {
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

/** Saved bounds if they are still on a display, else their size where the window is. */
function placeOn(bounds: Bounds): Partial<Rectangle> {
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return { width, height };
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
  const visible =
    x < area.x + area.width - 80 &&
    x + width > area.x + 80 &&
    y >= area.y &&
    y < area.y + area.height - 80;
  return visible ? { x, y, width, height } : { width, height };
}
