// File names of records: 2026/2026-11-20-orders-disk-94-percent.md. Valid on every file system,
// stable for the same title, at most 120 bytes.

/** Characters: the whole name is read in a file list. */
const MAX_SLUG = 46;

/** Letters that NFKD leaves whole, as people would write them in ASCII. */
const FOLDS = Object.entries({
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '%': ' percent ',
  '&': ' and ',
  '€': ' euro ',
});

/** The title in lower-case ASCII words joined by hyphens; 'near-miss' when no word is left. */
export function slugOf(title: string): string {
  const folded = FOLDS.reduce(
    (text, [letter, ascii]) => text.replaceAll(letter, ascii),
    title.toLowerCase(),
  );
  const ascii = folded.normalize('NFKD').replace(/\p{M}|['’]/gu, '');
  const words = ascii.split(/[^a-z0-9]/).filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > MAX_SLUG) break;
    slug = longer;
  }
  return slug || words[0]?.slice(0, MAX_SLUG) || 'near-miss';
}

/** The ISO date at the start of a date or time as written; null if there is none. */
export function isoDate(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text.trim());
  if (!match) return null;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const last = days[month - 1];
  if (last === undefined || day < 1 || day > last) return null;
  return text.trim().slice(0, 10);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * The path of a record inside its library, with `/`.
 * @param title any text
 * @param date the day it occurred, as an ISO date
 * @param taken lower-cased paths that are in use: a number is added until the name is free
 */
export function recordPath(title: string, date: string, taken: ReadonlySet<string>): string {
  const base = `${date.slice(0, 4)}/${date}-${slugOf(title)}`;
  let path = `${base}.md`;
  for (let n = 2; taken.has(path.toLowerCase()); n += 1) path = `${base}-${n}.md`;
  return path;
}
