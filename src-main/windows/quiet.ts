// A moment in which nobody waits for the app: what takes time but can come later is done then.

import type { BrowserWindow } from 'electron';

/**
 * Resolves once nothing has been pressed or pointed at in the window for a while; never when the
 * window goes before that.
 *
 * @param milliseconds how long that is
 */
export function quiet(window: BrowserWindow, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const { webContents } = window;
    const notYet = () => void timer.refresh();
    const timer = setTimeout(() => {
      if (!webContents.isDestroyed()) webContents.off('input-event', notYet);
      resolve();
    }, milliseconds);
    webContents.on('input-event', notYet);
    window.once('closed', () => clearTimeout(timer));
  });
}
