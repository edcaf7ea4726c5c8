// Values to YAML text: plain where that reads back the same, quoted where it would not, one line
// per scalar so that a changed field is a changed line.

import { Document, isMap, isSeq, Scalar } from 'yaml';
import type { Writable } from './fields';

const OPTIONS = { lineWidth: 0, blockQuote: false } as const;

/** Keys whose lists are written in brackets on one line. */
const FLOW_LISTS = new Set(['services', 'themes', 'incidents']);
/** Keys whose maps are written in braces on one line. */
const FLOW_MAPS = new Set(['session']);

/** Control characters, and what some readers take for a line end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/u;

/** A scalar on one line: `plain`, `"quoted"`; with `inFlow`, as it may stand inside brackets. */
export function writeScalar(value: string | number, inFlow = false): string {
  const scalar = new Scalar(value);
  const text = String(value);
  if (UNPRINTABLE.test(text) || (inFlow && /[,[\]{}]/.test(text))) scalar.type = 'QUOTE_DOUBLE';
  return toText({ k: scalar }).slice('k: '.length);
}

/** A value in flow style on one line: `[a, b]`, `{ held: 2026-11-21, minutes: 24 }`. */
export function writeFlow(value: Writable): string {
  if (typeof value === 'string' || typeof value === 'number') return writeScalar(value, true);
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  const entries = Object.entries(value).map(([key, part]) => writeFlowEntry(key, part));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** `key: value` as it stands between braces. */
export function writeFlowEntry(key: string, value: Writable): string {
  return `${writeScalar(key, true)}: ${writeFlow(value)}`;
}

/** `key: value` as lines without indentation, without the last line end, LF inside. */
export function writePair(key: string, value: Writable): string {
  if ((Array.isArray(value) && FLOW_LISTS.has(key)) || FLOW_MAPS.has(key)) {
    return `${key}: ${writeFlow(value)}`;
  }
  return writeLines({ [key]: value });
}

/** A list item as lines without indentation: `- name: x\n  state: y`. */
export function writeItem(value: Writable): string {
  return writeLines([value]);
}

function writeLines(value: Writable): string {
  return toText(withScalars(value));
}

function toText(value: unknown): string {
  const text = new Document(value).toString(OPTIONS).replace(/\n$/, '');
  // All of these stand in double quotes; the library leaves some of them as they are.
  return text.replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The value with scalars that are quoted where they must be. */
function withScalars(value: Writable): unknown {
  if (Array.isArray(value)) return value.map(withScalars);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, part]) => [k, withScalars(part)]));
  }
  if (!UNPRINTABLE.test(String(value))) return value;
  const scalar = new Scalar(value);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

/** Is this node a collection in flow style? */
export function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}
