// The session that is going on in a library: its last whole line is where it stands. Kept until
// it is finished or dropped.

import { join } from 'node:path';
import { sessionSchema } from '@core/ipc/schemas';
import type { Session } from '@core/session/session';
import { Journal } from '../storage/journal';

/** Lines after which the older ones are left out. */
const COMPACT_AFTER = 200;

export class SessionJournal {
  readonly #journal: Journal<Session>;
  #last: Session | null = null;
  #lines = 0;

  constructor(journals: string) {
    const parse = (value: unknown) => sessionSchema.safeParse(value).data ?? null;
    this.#journal = new Journal(join(journals, 'session.journal'), parse);
  }

  get last(): Session | null {
    return this.#last;
  }

  /** Reads what an earlier run has left. */
  async open(): Promise<void> {
    const sessions = await this.#journal.read();
    this.#last = sessions.at(-1) ?? null;
    this.#lines = sessions.length;
  }

  /** Resolves when it is on the disk. */
  async keep(session: Session): Promise<void> {
    this.#last = session;
    this.#lines += 1;
    await this.#journal.append(session);
    if (this.#lines <= COMPACT_AFTER) return;
    this.#lines = 1;
    await this.#journal.replace(() => (this.#last ? [this.#last] : []));
  }

  async drop(): Promise<void> {
    this.#last = null;
    this.#lines = 0;
    await this.#journal.clear();
  }
}
