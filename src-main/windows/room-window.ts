// The room's window: what all see, on a display of its own where there is one. Promises: it goes
// only when what is typed in it has been handed over; a display that is unplugged takes nothing
// with it, as the window comes back on one that remains; it is never put over the facilitator's.

import type { RoomState } from '@core/ipc/contract';
import { type BrowserWindow, screen } from 'electron';
import { displayChoices, type Placing, placeRoom } from './displays';
import { comeBack, makeWindow, painted } from './page-window';
import type { Windows } from './windows';

export interface RoomWindowParts {
  windows: Windows;
  /** Resolves with whether the window may go. */
  mayClose(): Promise<boolean>;
  /** The page has crashed and is being loaded again. */
  crashed(): void;
  closed(): void;
}

export class RoomWindow {
  readonly #parts: RoomWindowParts;
  /** Where it was put, or was found last. */
  #on: number | null = null;

  constructor(parts: RoomWindowParts) {
    this.#parts = parts;
    screen.on('display-removed', (_event, { id }) => this.#unplugged(id));
    screen.on('display-added', () => this.tell());
  }

  get state(): RoomState {
    const main = this.#parts.windows.get('main');
    return {
      on: this.#window === null ? null : this.#on,
      facilitatorOn: main ? displayOf(main) : null,
      displays: displayChoices(screen.getAllDisplays()),
    };
  }

  /** Says to the windows where they are. */
  tell(): void {
    this.#parts.windows.send('room:changed', this.state);
  }

  /** Opens it on a display, or moves it there; null for the best one. */
  open(display: number | null): RoomState {
    const placing = placeRoom(screen.getAllDisplays(), this.state.facilitatorOn, display);
    if (placing) {
      const window = this.#window ?? this.#make(placing);
      this.#put(window, placing);
      if (window.isVisible()) window.show();
    }
    return this.state;
  }

  close(): void {
    this.#window?.close();
  }

  get #window(): BrowserWindow | null {
    return this.#parts.windows.get('room');
  }

  #make({ bounds, fullScreen }: Placing): BrowserWindow {
    const window = makeWindow('room', {
      ...bounds,
      fullscreen: fullScreen,
      minWidth: 480,
      minHeight: 320,
      title: 'Close Call: the room',
    });
    this.#parts.windows.add('room', window);
    void painted(window).then(() => {
      // Whoever leads goes on typing: the window comes without taking the keys.
      if (!window.isDestroyed()) window.showInactive();
    });
    window.on('close', (event) => {
      event.preventDefault();
      void this.#parts.mayClose().then((may) => {
        if (may && !window.isDestroyed()) window.destroy();
      });
    });
    window.on('closed', () => {
      this.tell();
      this.#parts.closed();
    });
    // Dragged to another display by hand.
    window.on('move', () => this.#found(window));
    comeBack(window, this.#parts.crashed);
    return window;
  }

  #put(window: BrowserWindow, { display, bounds, fullScreen }: Placing): void {
    if (window.isFullScreen()) window.setFullScreen(false);
    window.setBounds(bounds);
    window.setFullScreen(fullScreen);
    this.#on = display;
    this.tell();
  }

  #found(window: BrowserWindow): void {
    const on = displayOf(window);
    if (on === this.#on) return;
    this.#on = on;
    this.tell();
  }

  #unplugged(display: number): void {
    const window = this.#window;
    if (window && this.#on === display) {
      const placing = placeRoom(screen.getAllDisplays(), this.state.facilitatorOn, null);
      if (placing) this.#put(window, placing);
    }
    this.tell();
  }
}

function displayOf(window: BrowserWindow): number {
  return screen.getDisplayMatching(window.getBounds()).id;
}
