// What a row has tried and found, on one line: for whoever watches, and for the summary at the end.

import { appendFileSync } from 'node:fs';

/** @param line begins with the row: `row 1: …` */
export function report(line: string): void {
  console.log(line);
  const file = process.env.CLOSE_CALL_FIGURES;
  if (file) appendFileSync(file, `${line}\n`);
}

/** Says now and then how far a long row has come, and at what trial it could be resumed. */
export class Progress {
  readonly #row: string;
  readonly #total: number;
  readonly #began = Date.now();
  #done = 0;
  #said = Date.now();

  constructor(row: string, total: number) {
    this.#row = row;
    this.#total = total;
  }

  /** @param trial the number of the trial that is done, all before it being done too */
  step(trial: number, count = 1): void {
    this.#done += count;
    const now = Date.now();
    if (now - this.#said < 10_000) return;
    this.#said = now;
    const rate = (this.#done * 1000) / (now - this.#began);
    console.log(`  ${this.#row}: trial ${trial} of ${this.#total}, ${rate.toFixed(1)} a second`);
  }
}

/** Runs the work over all items, a few at a time and begun in order. */
export async function eachOf<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export function* countFrom(first: number, end: number): Generator<number> {
  for (let n = first; n < end; n += 1) yield n;
}
