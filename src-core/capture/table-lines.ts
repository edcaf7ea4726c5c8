// Markdown tables of two columns whose first column holds the template's labels, as lines with a
// label each. Every other table is left as it is.

import { readLabel } from './labels';

const ROW = /^((?:[ \t]|>)*)\|(.*)\|[ \t]*$/;
const RULE = /^(?:[ \t]|>)*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$/;

export function unfoldTables(lines: readonly string[]): string[] {
  const rows = lines.map(labelledRow);
  return lines.flatMap((line, i) => {
    const row = rows[i];
    if (row) return row;
    // The rule below a head, and a head that is no label, belong to a table that is unfolded.
    const inTable = rows[i + 1] || rows[i - 1] || rows[i + 2];
    if (inTable && RULE.test(line) && ROW.test(line)) return [];
    if (rows[i + 2] && RULE.test(lines[i + 1] ?? '') && ROW.test(line)) return [];
    return [line];
  });
}

/** The lines a row stands for; null when it has no label in the first of two cells. */
export function labelledRow(line: string): string[] | null {
  const [, quote = '', inner] = ROW.exec(line) ?? [];
  if (inner === undefined) return null;
  const cells = inner.split(/(?<!\\)\|/);
  const [first = '', second = ''] = cells;
  if (cells.length !== 2) return null;
  const label = first.trim().replace(/[ \t]*:(?=[*_]*$)/, '');
  if (!readLabel(`${label}:`, true)) return null;
  const [value = '', ...below] = second
    .trim()
    .replaceAll('\\|', '|')
    .split(/<br ?\/?>/i);
  return [`${quote}${label}: ${value}`, ...below.map((text) => quote + text)];
}
