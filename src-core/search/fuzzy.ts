// How well a few typed letters fit a name: for choosing one of many names by keyboard.

/** Where a word begins counts most, letters side by side count more than letters apart. */
const SCORE = { wordStart: 8, adjacent: 4, anywhere: 1 };

/**
 * How well `typed` fits `name`, more is better; null when its letters do not all occur in that
 * order. Case and accents make no difference, nor do spaces in what is typed.
 */
export function fuzzyScore(typed: string, name: string): number | null {
  const letters = [...plain(typed).replace(/\s+/g, '')];
  const text = plain(name);
  if (letters.length === 0) return 0;
  let best: number | null = null;
  for (let start = text.indexOf(letters[0] ?? ''); start !== -1; ) {
    for (const next of [nextWord, nextAnywhere]) {
      const score = scoreFrom(letters, text, start, next);
      if (score !== null && (best === null || score > best)) best = score;
    }
    start = text.indexOf(letters[0] ?? '', start + 1);
  }
  // Of two that fit alike, the shorter is more of what was typed.
  return best === null ? null : best - text.length / 1000;
}

type Next = (text: string, letter: string, from: number) => number;

function scoreFrom(
  letters: readonly string[],
  text: string,
  start: number,
  next: Next,
): number | null {
  let score = 0;
  let at = start;
  let before = -2;
  for (const letter of letters) {
    at = text.charAt(at) === letter ? at : next(text, letter, at);
    if (at === -1) return null;
    if (isWordStart(text, at)) score += SCORE.wordStart;
    score += at === before + 1 ? SCORE.adjacent : SCORE.anywhere;
    before = at;
    at += 1;
  }
  return score;
}

/** The beginning of a word, else anywhere. It may leave nothing for the letters that follow. */
function nextWord(text: string, letter: string, from: number): number {
  for (let at = text.indexOf(letter, from); at !== -1; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return nextAnywhere(text, letter, from);
}

function nextAnywhere(text: string, letter: string, from: number): number {
  return text.indexOf(letter, from);
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
