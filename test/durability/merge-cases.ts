// Three versions of a text as people and tools make them: lines put in, taken out, changed, moved
// and doubled on both sides, among blank and repeated lines, which is where merges go wrong.

import { type Random, randomOf } from './random';

export interface MergeCase {
  base: string[];
  mine: string[];
  theirs: string[];
  /** Lines that only one side has put in, each of them once. */
  inserted: string[];
}

const REPEATED = ['', '', '', '- [ ] Ask again', 'It was luck.', '---', '```', '}'];

export function mergeCase(seed: number, trial: number): MergeCase {
  const random = randomOf(seed, trial);
  const base = Array.from({ length: random.below(24) }, (_, n) => baseLine(random, n));
  // Sometimes both sides have the same change, besides their own.
  const common = random.chance(0.2) ? changed(base, random, 1, 'both') : base;
  const mine = changed(common, random, random.below(5), 'mine');
  const theirs = changed(common, random, random.below(5), 'theirs');
  const own = (text: readonly string[], side: string) =>
    text.filter((line) => line.startsWith(`${side} `));
  return { base, mine, theirs, inserted: [...own(mine, 'mine'), ...own(theirs, 'theirs')] };
}

function baseLine(random: Random, n: number): string {
  return random.chance(0.6) ? `Line ${n} of the base.` : random.pick(REPEATED);
}

function changed(text: readonly string[], random: Random, times: number, side: string): string[] {
  const lines = [...text];
  let own = 0;
  const newLine = () => {
    own += 1;
    return random.chance(0.7) ? `${side} ${own}` : random.pick(REPEATED);
  };
  const place = () => random.below(lines.length + 1);
  const length = () => 1 + random.below(3);
  for (let n = 0; n < times; n += 1) {
    switch (random.below(6)) {
      case 0:
        lines.splice(place(), 0, ...Array.from({ length: length() }, newLine));
        break;
      case 1:
        lines.splice(place(), length());
        break;
      case 2:
        lines.splice(place(), length(), ...Array.from({ length: length() }, newLine));
        break;
      case 3: {
        const moved = lines.splice(place(), length());
        lines.splice(place(), 0, ...moved.filter(isUnmarked));
        break;
      }
      case 4: {
        const from = place();
        lines.splice(place(), 0, ...lines.slice(from, from + length()).filter(isUnmarked));
        break;
      }
      default:
        lines.push(newLine());
    }
  }
  return lines;
}

/** A line put in by a side is there once, so it is neither moved nor doubled. */
const isUnmarked = (line: string) => !/^(mine|theirs|both) /.test(line);
