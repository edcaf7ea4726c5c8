// Numbers of near misses and rows, in words.

const COUNT = new Intl.NumberFormat('en');

/** "one near miss", "200 near misses"; with a capital at the start of a sentence. */
export function nearMisses(count: number, atStart = false): string {
  if (count === 1) return atStart ? 'One near miss' : 'one near miss';
  if (count === 0) return atStart ? 'No near miss' : 'no near miss';
  return `${COUNT.format(count)} near misses`;
}

/** "200 near misses were added." */
export function wereAdded(count: number): string {
  return `${nearMisses(count, true)} ${count > 1 ? 'were' : 'was'} added.`;
}

/** "one row", "200 rows". */
export function rows(count: number): string {
  return count === 1 ? 'one row' : `${COUNT.format(count)} rows`;
}
