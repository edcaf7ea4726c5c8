// The app in the desktop's status area, where there is one: capture from there, or open the app. A
// desktop without one is no reason to say anything.

import { join } from 'node:path';
import { app, Menu, type NativeImage, nativeImage, Tray } from 'electron';

export interface TrayParts {
  capture(): void;
  openApp(): void;
}

/** Held here: an icon that nobody holds goes away. */
const shown = new Set<Tray>();

/** Shows the icon, once. */
export function showTray({ capture, openApp }: TrayParts): void {
  if (shown.size > 0) return;
  try {
    const tray = new Tray(icon());
    tray.setToolTip('Close Call');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Capture a near miss', click: capture },
        { label: 'Open Close Call', click: openApp },
        { type: 'separator' },
        { label: 'Quit', role: 'quit' },
      ]),
    );
    // On macOS and most of Linux a click opens the menu.
    if (process.platform === 'win32') tray.on('click', capture);
    shown.add(tray);
  } catch (error) {
    console.warn(`No icon in the status area: ${error}`);
  }
}

/** On macOS a template, which the menu bar draws in its own colour; at both densities (@2x). */
function icon(): NativeImage {
  const name = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png';
  return nativeImage.createFromPath(join(app.getAppPath(), 'resources/icons', name));
}
