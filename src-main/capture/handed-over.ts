// Texts of several near misses on their way from the small window to the import page. They are held
// here until the main window's page takes them: it may not be there yet. Nothing is written.

import type { Send } from '../ipc/handle';

export interface HandedOverParts {
  /** Is a session being held? It is not left for an import. */
  isHeld(): boolean;
  showApp(): void;
  send: Send;
}

export class HandedOver {
  readonly #parts: HandedOverParts;
  #texts: string[] = [];

  constructor(parts: HandedOverParts) {
    this.#parts = parts;
  }

  /** Brings the main window to the front with it, or says that it waits there. */
  add(text: string): { waits: boolean } {
    const { isHeld, showApp, send } = this.#parts;
    const waits = isHeld();
    this.#texts.push(text);
    if (!waits) showApp();
    send('import:arrived', null);
    return { waits };
  }

  /** What has come since it was taken last. */
  take(): string[] {
    const texts = this.#texts;
    this.#texts = [];
    return texts;
  }
}
