// @ts-check
// Figures as the bench gives them: a ratio, against a limit where there is one.

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * The value that so many of a hundred do not exceed.
 * @param {readonly number[]} values
 * @param {number} percent
 */
export function atPercent(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
}

/**
 * @param {string} name
 * @param {number} ratio
 * @param {string} raw the two figures behind the ratio
 * @param {number} [limit] what the ratio should stay below, where there is such an aim
 */
export function report(name, ratio, raw, limit) {
  const verdict = limit && ratio <= limit ? 'within' : 'OVER';
  const aim = limit ? `aim ${limit.toFixed(2)} or less: ${verdict}; ` : '';
  console.log(`${name}: ${ratio.toFixed(2)} × (${aim}${raw})`);
}
