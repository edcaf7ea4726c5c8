// Where each entry of a list is drawn, in pixels from the list's beginning. An entry has the usual
// height until it has been measured. What differs from that is added up in a tree (Fenwick 1994), so
// that however long the list is, noting a height and asking for a place take a few steps.

export class RowHeights {
  readonly count: number;
  readonly #usual: number;
  /** Entries that are headings, in order. */
  readonly #heads: readonly number[];
  readonly #headHeight: number;
  /** How much taller than usual each is; null until any is known to be. */
  #more: Float64Array | null = null;
  #sums: Float64Array | null = null;
  #measured = 0;
  #height = 0;

  /** @param heights in pixels, of what has not been measured */
  constructor(
    count: number,
    heads: readonly number[],
    heights: { readonly row: number; readonly head: number },
  ) {
    this.count = count;
    this.#heads = heads;
    this.#usual = heights.row;
    this.#headHeight = heights.head;
  }

  get total(): number {
    return this.topOf(this.count);
  }

  /** Of a row: what those that were measured have on average, in whole pixels. */
  get usualRow(): number {
    return this.#measured === 0 ? this.#usual : Math.round(this.#height / this.#measured);
  }

  /** Where an entry begins, which is where the one before it ends. */
  topOf(index: number): number {
    const heads = this.#headsBefore(index);
    const usual = heads * this.#headHeight + (index - heads) * this.#usual;
    let more = 0;
    if (this.#sums) for (let at = index; at > 0; at -= at & -at) more += this.#sums[at] as number;
    return usual + more;
  }

  /** The entry at a place; the first or last for what is above or below all. */
  at(place: number): number {
    let from = 0;
    let to = this.count - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (this.topOf(middle) <= place) from = middle;
      else to = middle - 1;
    }
    return from;
  }

  /** Notes how tall an entry is. */
  measure(index: number, height: number): void {
    if (index < 0 || index >= this.count) return;
    this.#more ??= new Float64Array(this.count);
    this.#sums ??= new Float64Array(this.count + 1);
    const isHead = this.#heads.includes(index);
    const more = height - (isHead ? this.#headHeight : this.#usual);
    const change = more - (this.#more[index] as number);
    if (!isHead) {
      this.#measured += 1;
      this.#height += height;
    }
    if (change === 0) return;
    this.#more[index] = more;
    for (let at = index + 1; at <= this.count; at += at & -at) {
      this.#sums[at] = (this.#sums[at] as number) + change;
    }
  }

  #headsBefore(index: number): number {
    let before = 0;
    for (const head of this.#heads) if (head < index) before += 1;
    return before;
  }
}
