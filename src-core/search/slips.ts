// How far a word is from another, counted in slips: a letter too many, too few, another one, or two
// that changed places (optimal string alignment, Damerau 1964).

/** Letters of a word as bits: what another word lacks of them it cannot be near to. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many letters of the first stand nowhere in the second, at least. */
export function missingLetters(letters: number, others: number): number {
  let missing = letters & ~others;
  let count = 0;
  while (missing !== 0) {
    missing &= missing - 1;
    count += 1;
  }
  return count;
}

/**
 * The fewest slips from what was typed to the beginning of a word; more than `most` when it takes
 * more than that.
 */
export function slipsToBeginning(typed: string, word: string, most: number): number {
  const width = typed.length + 1;
  let twoBefore: number[] = [];
  let before = Array.from({ length: width }, (_, n) => n);
  let fewest = typed.length;
  const rows = Math.min(word.length, typed.length + most);
  for (let row = 1; row <= rows; row += 1) {
    const now = [row];
    let least = row;
    for (let at = 1; at < width; at += 1) {
      const isSame = typed.charCodeAt(at - 1) === word.charCodeAt(row - 1);
      let slips = Math.min(
        cell(before, at - 1) + (isSame ? 0 : 1),
        cell(before, at) + 1,
        cell(now, at - 1) + 1,
      );
      const isSwapped =
        row > 1 &&
        at > 1 &&
        typed.charCodeAt(at - 1) === word.charCodeAt(row - 2) &&
        typed.charCodeAt(at - 2) === word.charCodeAt(row - 1);
      if (isSwapped) slips = Math.min(slips, cell(twoBefore, at - 2) + 1);
      now.push(slips);
      least = Math.min(least, slips);
    }
    fewest = Math.min(fewest, cell(now, width - 1));
    if (least > most) break;
    twoBefore = before;
    before = now;
  }
  return fewest;
}

function cell(row: readonly number[], at: number): number {
  return row[at] as number;
}
