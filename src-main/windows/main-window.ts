// The main window: shown once it has something to show, with the bounds it was left at. It goes
// only when nothing typed would be lost, and comes back when its page has crashed.

import type { StoredSettings } from '@core/settings/settings-schema';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { comeBack, makeWindow, painted } from './page-window';

type Bounds = NonNullable<StoredSettings['window']>;

const DEFAULT_SIZE = { width: 1440, height: 900 };
const REMEMBER_AFTER = 500;

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
  return makeWindow('main', {
    ...DEFAULT_SIZE,
    minWidth: 760,
    minHeight: 520,
    title: 'Close Call',
  });
}

/** Puts a prepared window where it was left, shows it once it is painted, and looks after it. */
export function takeOver(window: BrowserWindow, parts: MainWindowParts): void {
  const { bounds } = parts;
  if (bounds) window.setBounds(placeOn(bounds));
  void painted(window).then(() => {
    if (window.isDestroyed()) return;
    if (bounds?.maximized) window.maximize();
    window.show();
  });
  rememberBounds(window, parts.remember);
  askBeforeClosing(window, parts.mayClose);
  comeBack(window, parts.crashed);
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
