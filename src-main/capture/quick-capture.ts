// Quick capture put together: its window, the keys and the icon that open it, and what is kept.

import { app, type BrowserWindow, globalShortcut } from 'electron';
import type { Send } from '../ipc/handle';
import type { LibraryService } from '../library/library-service';
import type { SettingsStore } from '../settings/settings-store';
import { CaptureWindow } from '../windows/capture-window';
import { quiet } from '../windows/quiet';
import type { Windows } from '../windows/windows';
import { CaptureService } from './capture-service';
import { CaptureKeys } from './global-shortcut';
import { HandedOver } from './handed-over';
import { captureHandlers } from './handlers';
import { KeptFile } from './kept-file';
import { showTray } from './tray';

/** Milliseconds without a key or the pointer in the main window after which the small one is made. */
const QUIET = 2000;

export interface QuickCaptureParts {
  windows: Windows;
  libraries: LibraryService;
  settings: SettingsStore;
  send: Send;
  notify(message: string): void;
  quitting(): boolean;
  mayClose(): Promise<boolean>;
  showApp(): void;
}

export function createQuickCapture(parts: QuickCaptureParts) {
  const { windows, libraries, settings, send, notify, quitting, mayClose, showApp } = parts;
  const window = new CaptureWindow({ windows, quitting, mayClose });
  const open = () => window.open();
  const file = new KeptFile(app.getPath('userData'), notify);
  const isShown = () => window.isShown;
  const service = new CaptureService({ libraries, file, open, isShown, notify });
  const isHeld = () => Boolean(libraries.current?.session.state.running);
  const handedOver = new HandedOver({ isHeld, showApp, send });
  const keys = new CaptureKeys({
    system: globalShortcut,
    platform: process.platform,
    pressed: open,
    changed: (state) => send('capture:shortcut', { state }),
    notify,
  });
  return {
    window,
    keys,
    handlers: captureHandlers(service, handedOver, window),
    openLink: (link: string) => service.openLink(link),
    /**
     * The keys and the icon, once there is something to see: they take time nobody waits for. So
     * does the window, whose page would hold up the main window's: when nobody does anything there.
     */
    start(main: BrowserWindow): void {
      keys.use(settings.get('captureShortcut'));
      showTray({ capture: open, openApp: showApp });
      void quiet(main, QUIET).then(() => window.prepare());
    },
  };
}
