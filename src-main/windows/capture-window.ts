// The small capture window: above all others, where the pointer is. Made out of sight in a quiet
// moment, or when it is first wanted if that is sooner, and kept after that, so that opening it
// costs nothing. Closing it keeps what is typed and gives the screen back to whatever was in front.

import { type BrowserWindow, screen } from 'electron';
import { comeBack, makeWindow, painted } from './page-window';
import type { Windows } from './windows';

/** Without zoom. */
const SIZE = { width: 560, height: 600 };

export interface CaptureWindowParts {
  windows: Windows;
  /** The app is on its way out: the window goes with it. */
  quitting(): boolean;
  /** Resolves with whether a window may go, once every page has handed over what is typed. */
  mayClose(): Promise<boolean>;
}

export class CaptureWindow {
  readonly #parts: CaptureWindowParts;
  /** Is it to be in sight, now or as soon as it is made? */
  #wanted = false;
  /** The zoom its size is made for. */
  #zoom = 1;

  constructor(parts: CaptureWindowParts) {
    this.#parts = parts;
  }

  get isShown(): boolean {
    return this.#parts.windows.get('capture')?.isVisible() ?? false;
  }

  /** Makes the window out of sight, for whoever wants it later. */
  prepare(): void {
    const { windows, quitting } = this.#parts;
    if (windows.get('main') && !windows.get('capture') && !quitting()) this.#make();
  }

  /** Shows the window with the focus in it. */
  open(): void {
    this.#wanted = true;
    const { windows } = this.#parts;
    // One whose page crashed again and again is of no use any more.
    if (windows.get('capture')?.webContents.isCrashed()) windows.get('capture')?.destroy();
    const window = windows.get('capture');
    if (!window) this.#make();
    // One that is still being made shows by itself.
    else if (!window.webContents.isLoadingMainFrame()) this.#show(window);
  }

  /** Out of the way, with what is typed kept. */
  hide(): void {
    const { windows } = this.#parts;
    this.#wanted = false;
    const window = windows.get('capture');
    if (!window?.isVisible()) return;
    windows.sendTo('capture', 'app:flush', null);
    // On Windows the program before comes to the front only when nothing of ours has the focus.
    window.blur();
    window.hide();
    this.endUnlessNeeded();
  }

  /** Says that what the window shows may have changed, if it is in sight. */
  changed(): void {
    if (this.isShown) this.#parts.windows.sendTo('capture', 'capture:changed', null);
  }

  /** Without any other window the app goes, except where it stays by custom. */
  endUnlessNeeded(): void {
    const { windows, quitting } = this.#parts;
    const window = windows.get('capture');
    if (!window || windows.get('main')) return;
    if (quitting() || (process.platform !== 'darwin' && !window.isVisible())) this.#end();
  }

  #make(): void {
    const { windows, quitting } = this.#parts;
    this.#zoom = 1;
    const window = makeWindow('capture', {
      ...SIZE,
      minWidth: 420,
      minHeight: 360,
      title: 'Capture a near miss',
      // On macOS a panel leaves the program before in front when it goes.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      alwaysOnTop: true,
      skipTaskbar: true,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
    });
    if (process.platform !== 'darwin') window.removeMenu();
    windows.add('capture', window);
    window.on('close', (event) => {
      event.preventDefault();
      if (quitting()) this.#end();
      else this.hide();
    });
    // What was typed is kept: the page begins with it. That it stopped, the main window says.
    comeBack(window, () => {});
    void painted(window).then(() => {
      if (this.#wanted && !window.isDestroyed()) this.#show(window);
    });
  }

  #show(window: BrowserWindow): void {
    if (!window.isVisible()) this.#place(window);
    window.show();
    window.focus();
    // Whatever came while it was out of sight is asked for now.
    this.#parts.windows.sendTo('capture', 'capture:changed', null);
  }

  /** The middle of the display with the pointer, a little above; larger where the words are. */
  #place(window: BrowserWindow): void {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const zoom = window.webContents.getZoomFactor();
    let { width, height } = window.getBounds();
    if (zoom !== this.#zoom) {
      width = Math.min(workArea.width, Math.round(SIZE.width * zoom));
      height = Math.min(workArea.height, Math.round(SIZE.height * zoom));
      this.#zoom = zoom;
    }
    window.setBounds({
      x: Math.round(workArea.x + (workArea.width - width) / 2),
      y: Math.round(workArea.y + Math.max(0, (workArea.height - height) / 3)),
      width,
      height,
    });
  }

  #end(): void {
    const window = this.#parts.windows.get('capture');
    void this.#parts.mayClose().then((may) => {
      if (may && window && !window.isDestroyed()) window.destroy();
    });
  }
}
