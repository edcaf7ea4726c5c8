// A sentence as the rules read it: without marks of emphasis, with code, quotations and addresses
// made unreadable and known names made anonymous, and with the way back to where each character
// stands.

import { NAME_SIGN, UNREAD_SIGN } from './vocabulary';

export interface Readable {
  /** What the rules look at. */
  masked: string;
  /** The same, as it was written: the same length. */
  plain: string;
  /** For each character of both, where it stands in the source; and one more for the end. */
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

/** A pattern for known names, longest first; null when there is none. Built for one reading only. */
export function namePattern(people: readonly string[]): RegExp | null {
  const names = new Set<string>();
  for (const person of people) {
    const whole = person.trim().replace(/\s+/g, ' ');
    for (const name of [whole, whole.split(' ')[0] ?? '']) if (name.length > 1) names.add(name);
  }
  if (names.size === 0) return null;
  const sorted = [...names].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

export function readable(source: string, names: RegExp | null): Readable {
  let masked = source.replace(/\s/g, ' ').replace(/’/g, "'");
  for (const pattern of UNREAD) {
    // Against the source: a quotation is told by its marks.
    for (const { index, 0: found } of source.matchAll(pattern)) {
      masked = cover(masked, index, found.length, UNREAD_SIGN);
    }
  }
  if (names) {
    for (const { index, 0: found } of source.matchAll(names)) {
      if (!masked.slice(index, index + found.length).includes(UNREAD_SIGN)) {
        masked = cover(masked, index, found.length, NAME_SIGN);
      }
    }
  }
  const marks = new Set<number>();
  for (const { index, 0: found } of masked.matchAll(MARKS)) {
    for (let offset = 0; offset < found.length; offset += 1) marks.add(index + offset);
  }
  const at: number[] = [];
  let plain = '';
  let read = '';
  for (let index = 0; index < source.length; index += 1) {
    if (marks.has(index)) continue;
    // Spaces at a line's end and the next line's beginning are one space.
    if (masked[index] === ' ' && read.endsWith(' ')) continue;
    at.push(index);
    read += masked[index];
    plain += masked[index] === ' ' ? ' ' : source[index];
  }
  at.push(source.length);
  return { masked: read, plain, at };
}

function cover(text: string, start: number, length: number, sign: string): string {
  return text.slice(0, start) + sign.repeat(length) + text.slice(start + length);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
