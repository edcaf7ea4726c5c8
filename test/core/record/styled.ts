// The same fields in the hands of many people: YAML with comments, other orders, other quotes,
// other indentation, brackets, and keys of their own at every level.

import { FIELD_KEYS, type Writable, writableField } from '@core/record/fields';
import type { RecordFields } from '@core/record/model';
import { writeScalar } from '@core/record/yaml-write';

/** A piece of front matter: a pair with its lines, or lines that belong to no field. */
export interface Piece {
  key: keyof RecordFields | null;
  text: string;
}

type Random = (limit: number) => number;

/** mulberry32: the same styles for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  };
}

export function styledPieces(fields: RecordFields, random: Random): Piece[] {
  const pieces: Piece[] = [{ key: null, text: `close-call: 1${tail(random)}\n` }];
  for (const key of Object.keys(FIELD_KEYS) as (keyof RecordFields)[]) {
    const value = writableField(key, fields);
    const text = pair(FIELD_KEYS[key], value, 0, random);
    if (text !== null) pieces.push({ key, text });
    if (random(4) === 0) pieces.push({ key: null, text: own(random, pieces.length) });
  }
  return random(2) === 0 ? pieces : shuffle(pieces, random);
}

function own(random: Random, n: number): string {
  const texts = [
    `# A comment: with "things" in it\n`,
    '\n',
    `x-own-${n}: 010 # mine\n`,
    `x-own-${n}: { a: [1, 2.50], b: no }\n`,
    `x-own-${n}:\n  - a: 'b'\n    # inside\n    c: 1.10\n`,
    `"x own ${n}": |\n  kept\n\n  as is\n`,
    `x-own-${n}: "folded\n  over lines"\n`,
    `x-own-${n}: &anchor${n} same\nx-alias-${n}: *anchor${n}\n`,
  ];
  return texts[random(texts.length)] ?? '';
}

/** `key: value` in some style; null to leave an absent value out. */
function pair(key: string, value: Writable, indent: number, random: Random): string | null {
  const pad = ' '.repeat(indent);
  const name = random(8) === 0 ? `"${key}"` : key;
  if (typeof value === 'string' || typeof value === 'number') {
    if (value === '') return random(2) === 0 ? null : `${pad}${name}:${tail(random)}\n`;
    return `${pad}${name}: ${scalar(value, random)}${tail(random)}\n`;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) {
      const empty = [null, `${pad}${name}:${tail(random)}\n`, `${pad}${name}: []${tail(random)}\n`];
      return empty[random(3)] ?? null;
    }
    if (random(3) === 0) return `${pad}${name}: ${flow(value, random)}${tail(random)}\n`;
    const deeper = indent + (random(3) === 0 ? 0 : 1 + random(4));
    return `${pad}${name}:${tail(random)}\n${value.map((v) => item(v, deeper, random)).join('')}`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) {
    const empty = [null, `${pad}${name}:${tail(random)}\n`, `${pad}${name}: {}\n`];
    return empty[random(3)] ?? null;
  }
  if (random(3) === 0) return `${pad}${name}: ${flow(value, random)}${tail(random)}\n`;
  return `${pad}${name}:${tail(random)}\n${lines(entries, indent + 1 + random(4), random).join('')}`;
}

function lines(entries: [string, Writable][], indent: number, random: Random): string[] {
  const pad = ' '.repeat(indent);
  const identity = entries.find(([key]) => key === 'name' || key === 'id')?.[1] ?? 'none';
  const texts = entries.map(([key, value]) => pair(key, value, indent, random) ?? '');
  if (random(2) === 0) texts.push(`${pad}x-own: ${JSON.stringify(`of ${identity}`)}\n`);
  if (random(4) === 0) texts.push(`${pad}# a remark\n`);
  const known = texts.filter((text) => !text.trimStart().startsWith('#'));
  const remarks = texts.filter((text) => text.trimStart().startsWith('#'));
  return [...(random(2) === 0 ? known : shuffle(known, random)), ...remarks];
}

function item(value: Writable, indent: number, random: Random): string {
  const pad = ' '.repeat(indent);
  const remark = random(5) === 0 ? `${pad}# about the next\n` : '';
  if (typeof value === 'string' || typeof value === 'number') {
    return `${remark}${pad}- ${scalar(value, random)}${tail(random)}\n`;
  }
  const entries = Array.isArray(value) ? [] : Object.entries(value);
  if (entries.length === 0) return `${remark}${pad}-${random(2) === 0 ? '' : ' {}'}\n`;
  if (random(4) === 0) return `${remark}${pad}- ${flow(value, random)}${tail(random)}\n`;
  const gap = 1 + random(3);
  const text = lines(entries, indent + 1 + gap, random).join('');
  if (random(6) === 0) return `${remark}${pad}- # a remark\n${text}`;
  return `${remark}${pad}-${' '.repeat(gap)}${text.slice(indent + 1 + gap)}`;
}

function flow(value: Writable, random: Random): string {
  if (typeof value === 'string' || typeof value === 'number') return scalar(value, random, true);
  const wide = random(3) === 0 ? ' ' : '';
  const comma = random(6) === 0 ? ',\n       ' : ', ';
  if (Array.isArray(value)) {
    return `[${wide}${value.map((v) => flow(v, random)).join(comma)}${wide}]`;
  }
  const entries = Object.entries(value).map(([key, part]) => `${key}: ${flow(part, random)}`);
  const identity = value.name ?? value.id ?? 'none';
  if (random(2) === 0) entries.push(`x-own: ${JSON.stringify(`of ${identity}`)}`);
  return `{${wide}${entries.join(comma)}${wide}}`;
}

function scalar(value: string | number, random: Random, inFlow = false): string {
  const plain = writeScalar(value, inFlow);
  if (typeof value === 'number' || !/^[\p{L}\p{N} %.:-]+$/u.test(value)) return plain;
  return [plain, plain, `'${value}'`, `"${value}"`][random(4)] ?? plain;
}

function tail(random: Random): string {
  return ['', '', '', '', '  # why', ' #', '  '][random(7)] ?? '';
}

function shuffle<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((value) => ({ value, order: random(1_000_000) }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
