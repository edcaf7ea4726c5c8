// How far two texts are the same from their starts and from their ends, in UTF-16 code units. Found
// by halves, and by pieces that are compared as wholes (what startsWith does letter by letter): a
// long text is compared with each letter that is typed in it.

export function sameAtStart(one: string, other: string): number {
  return longest(
    Math.min(one.length, other.length),
    (from, to) => one.slice(from, to) === other.slice(from, to),
  );
}

/** At most `limit`, which is no longer than either text. */
export function sameAtEnd(one: string, other: string, limit: number): number {
  const piece = (text: string, from: number, to: number) =>
    text.slice(text.length - to, text.length - from);
  return longest(limit, (from, to) => piece(one, from, to) === piece(other, from, to));
}

/** The largest number up to `limit` for which all before it is the same, asked piece by piece. */
function longest(limit: number, isSame: (from: number, to: number) => boolean): number {
  let from = 0;
  let high = limit;
  while (from < high) {
    const to = Math.ceil((from + high) / 2);
    if (isSame(from, to)) from = to;
    else high = to - 1;
  }
  return from;
}
