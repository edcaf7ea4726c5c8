// The windows there are, by what they are there for. An event goes to every window that needs it
// and to no other: what is private to one never reaches another.

import type { EventName, Events } from '@core/ipc/contract';
import { eventFor, hears, type WindowRole } from '@core/ipc/roles';
import type { BrowserWindow } from 'electron';

export class Windows {
  readonly #windows = new Map<WindowRole, BrowserWindow>();

  /** The window of this role; null when there is none. */
  get(role: WindowRole): BrowserWindow | null {
    return this.#windows.get(role) ?? null;
  }

  /** The window whose page has this id, as a call comes with it; null when it has gone. */
  of(page: number): BrowserWindow | null {
    return [...this.#windows.values()].find(({ webContents }) => webContents.id === page) ?? null;
  }

  /** What the window of a page is there for; null when it has gone. */
  roleOf(page: number): WindowRole | null {
    const found = [...this.#windows].find(([, { webContents }]) => webContents.id === page);
    return found?.[0] ?? null;
  }

  /** Keeps a window until it is closed. */
  add(role: WindowRole, window: BrowserWindow): void {
    this.#windows.set(role, window);
    window.once('closed', () => {
      if (this.#windows.get(role) === window) this.#windows.delete(role);
    });
  }

  /** Tells every window that needs to know, but for the page it comes from. */
  send<E extends EventName>(event: E, payload: Events[E], from?: number): void {
    for (const [role, { webContents }] of this.#windows) {
      if (webContents.id !== from) this.sendTo(role, event, payload);
    }
  }

  /** Tells one window, if it is there and is told of such an event. */
  sendTo<E extends EventName>(role: WindowRole, event: E, payload: Events[E]): void {
    const contents = this.get(role)?.webContents;
    if (!contents || contents.isDestroyed() || !hears(role, event)) return;
    contents.send(event, eventFor(role, event, payload));
  }

  /** Asks every page that can answer to hand over what is typed; gives the ids of those. */
  askToFlush(): number[] {
    const pages = [...this.#windows].filter(([, { webContents }]) => canAnswer(webContents));
    for (const [role] of pages) this.sendTo(role, 'app:flush', null);
    return pages.map(([, { webContents }]) => webContents.id);
  }
}

function canAnswer(contents: BrowserWindow['webContents']): boolean {
  return !contents.isDestroyed() && !contents.isCrashed() && !contents.isLoadingMainFrame();
}
