// Work of which one piece is done after the other, in the order it was asked for.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves with what the work gives. A failure is its asker's, and holds up nobody else. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }

  /** Resolves when everything asked for so far is done, or has failed. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
