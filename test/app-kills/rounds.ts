// Two apps side by side that do the same at the same time: both start, then both are typed into. An
// app that starts takes the processor, and one that is typed into beside it would be late for it.

export class Rounds {
  #members = 0;
  #waiting: (() => void)[] = [];

  join(): void {
    this.#members += 1;
  }

  /** The others go on without. */
  leave(): void {
    this.#members -= 1;
    this.#goOn();
  }

  /** Resolves when all members have come to such a point. */
  together(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#goOn();
    });
  }

  #goOn(): void {
    if (this.#waiting.length < this.#members) return;
    const all = this.#waiting;
    this.#waiting = [];
    for (const resolve of all) resolve();
  }
}
