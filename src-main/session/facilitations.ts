// What belongs to the facilitator alone, one for each record it was kept for, in a journal of its
// own beside that of the session: never in the library, never in an export. Promises: what `keep`
// has resolved for is there at the next start.

import { join } from 'node:path';
import { facilitationSchema } from '@core/ipc/schemas';
import type { RecordKey } from '@core/library/listing';
import type { Facilitation } from '@core/session/facilitation';
import { z } from 'zod';
import { Journal } from '../storage/journal';

const entry = z.object({ key: z.string(), facilitation: facilitationSchema });
type Kept = z.output<typeof entry>;

/** Lines after which only the last one of each record is left. */
const COMPACT_AFTER = 200;

export class Facilitations {
  readonly #journal: Journal<Kept>;
  readonly #kept = new Map<RecordKey, Facilitation>();
  #lines = 0;

  constructor(journals: string) {
    const parse = (value: unknown) => entry.safeParse(value).data ?? null;
    this.#journal = new Journal(join(journals, 'facilitator.journal'), parse);
  }

  /** Reads what earlier sessions have left. */
  async open(): Promise<void> {
    const entries = await this.#journal.read();
    for (const { key, facilitation } of entries) this.#kept.set(key, facilitation);
    this.#lines = entries.length;
  }

  of(key: RecordKey): Facilitation | null {
    return this.#kept.get(key) ?? null;
  }

  /** Resolves when it is on the disk. Raises AppError `not-saved`. */
  async keep(key: RecordKey, facilitation: Facilitation): Promise<void> {
    this.#kept.set(key, facilitation);
    this.#lines += 1;
    await this.#journal.append({ key, facilitation });
    if (this.#lines <= COMPACT_AFTER) return;
    this.#lines = this.#kept.size;
    await this.#journal.replace(() =>
      [...this.#kept].map(([of, kept]) => ({ key: of, facilitation: kept })),
    );
  }
}
