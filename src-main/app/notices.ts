// What a person should know and nobody asked about: kept until dismissed, so that a window that
// opens later shows it too.

import type { Notice } from '@core/ipc/contract';
import type { Send } from '../ipc/handle';

export class Notices {
  readonly #send: Send;
  #notices: Notice[] = [];
  #count = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  list(): Notice[] {
    return [...this.#notices];
  }

  add(message: string): void {
    // Said once is said: the same trouble twice is one notice.
    if (this.#notices.some((notice) => notice.message === message)) return;
    this.#count += 1;
    const notice = { id: `notice-${this.#count}`, message };
    this.#notices.push(notice);
    this.#send('app:notice', notice);
  }

  dismiss(id: string): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
  }
}
