// A sentence as the rules read it: without marks of emphasis, with code, quotations and addresses
// made unreadable and people made anonymous, and with the way back to where each character stands.

import { withoutPeople } from './people';
import { UNREAD_SIGN } from './vocabulary';

export interface Readable {
  /** What the rules look at, in lower case. */
  masked: string;
  /** The same, as it was written: the same length. */
  plain: string;
  /** For each character of both, where it stands in the source. */
  at: number[];
}

const UNREAD = [
  /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g,
  /“[^”]*”|«[^»]*»|„[^“”]*[“”]|‘[^’‘]{2,}’(?!\p{L})/gu,
  /"[^"]*"/g,
  /(?<=\])\([^()\s]*\)/g,
  /\b(?:https?|mailto):\S+/g,
  /<[^<>]*>/g,
];
const MARKS = /\*+|~~|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])|[[\]]/gu;

/** `names` is a pattern for known names. */
export function readable(source: string, names: RegExp | null): Readable {
  const shown = source.replace(/\s/g, ' ').replace(/’/g, "'");
  let covered = shown;
  for (const pattern of UNREAD) {
    // Against the source: a quotation is told by its marks.
    for (const { index, 0: found } of source.matchAll(pattern)) {
      covered =
        covered.slice(0, index) +
        UNREAD_SIGN.repeat(found.length) +
        covered.slice(index + found.length);
    }
  }
  const marks = new Set<number>();
  for (const { index, 0: found } of covered.matchAll(MARKS)) {
    for (let offset = 0; offset < found.length; offset += 1) marks.add(index + offset);
  }
  const at: number[] = [];
  let plain = '';
  let read = '';
  for (let index = 0; index < source.length; index += 1) {
    const sign = covered.charAt(index);
    // Spaces at a line's end and the next line's beginning are one space.
    if (marks.has(index) || (sign === ' ' && read.endsWith(' '))) continue;
    at.push(index);
    read += sign;
    plain += shown.charAt(index);
  }
  return { masked: withoutPeople(read, names), plain, at };
}
