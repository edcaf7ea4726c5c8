// The main window: shown once it has something to show, with the bounds it was left at.

import { join } from 'node:path';
import type { StoredSettings } from '@core/settings/settings';
import { BrowserWindow, type Rectangle, screen } from 'electron';
import { APP_ORIGIN } from './assets';
import { webPreferences } from './security';

type Bounds = NonNullable<StoredSettings['window']>;

const DEFAULT_SIZE = { width: 1440, height: 900 };

export function createMainWindow(bounds: Bounds | null): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOn(bounds),
    minWidth: 760,
    minHeight: 520,
    show: false,
    title: 'Close Call',
    backgroundColor: '#f7f5f0',
    webPreferences: webPreferences(join(import.meta.dirname, '../preload/index.cjs')),
  });
  if (bounds?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(rendererUrl());
  return window;
}

/** The dev server's address while developing, else the app's own page. */
export function rendererUrl(): string {
  const dev = import.meta.env.DEV ? process.env.ELECTRON_RENDERER_URL : undefined;
  return dev ?? `${APP_ORIGIN}/index.html`;
}

/** The window's bounds, to be remembered. */
export function boundsOf(window: BrowserWindow): Bounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Saved bounds if they are still on a display, else the default size in the middle. */
function placeOn(bounds: Bounds | null): Partial<Rectangle> {
  if (!bounds) return DEFAULT_SIZE;
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
