// Values to YAML text: plain where that reads back the same, quoted where it would not, one line
// per scalar so that a changed field is a changed line.

import { Document, isMap, isSeq, visit } from 'yaml';
import type { Writable } from './fields';

const OPTIONS = { lineWidth: 0, blockQuote: false, flowCollectionPadding: true } as const;

/** Keys whose lists are written in brackets on one line. */
const FLOW_LISTS = new Set(['services', 'themes', 'incidents']);
/** Keys whose maps are written in braces on one line. */
const FLOW_MAPS = new Set(['session']);

/** A scalar on one line: `plain`, `"quoted"`. */
export function writeScalar(value: string | number): string {
  return new Document(value).toString(OPTIONS).replace(/\n$/, '');
}

/** A value in flow style on one line: `[a, b]`, `{ held: 2026-11-21, minutes: 24 }`. */
export function writeFlow(value: Writable): string {
  if (typeof value === 'string' || typeof value === 'number') return writeScalar(value);
  const doc = new Document(value);
  visit(doc, {
    Collection(_key, node) {
      node.flow = true;
    },
  });
  // Flow collections are broken over lines when long, whatever the line width: join them.
  const text = doc.toString({ ...OPTIONS, flowCollectionPadding: false });
  const joined = text.replace(/\n\s*/g, ' ').trim();
  const tidy = joined.replace(/^([[{]) /, '$1').replace(/,? ([\]}])$/, '$1');
  return isMap(doc.contents) ? tidy.replace(/^\{(.*)\}$/s, '{ $1 }') : tidy;
}

/** `key: value` as lines without indentation, without the last line end, LF inside. */
export function writePair(key: string, value: Writable): string {
  if (typeof value === 'string' || typeof value === 'number') {
    return value === '' ? `${key}:` : `${key}: ${writeScalar(value)}`;
  }
  if ((Array.isArray(value) && FLOW_LISTS.has(key)) || FLOW_MAPS.has(key)) {
    return `${key}: ${writeFlow(value)}`;
  }
  const doc = new Document({ [key]: value });
  return doc.toString(OPTIONS).replace(/\n$/, '');
}

/** A list item as lines without indentation: `- name: x\n  state: y`. */
export function writeItem(value: Writable): string {
  return new Document([value]).toString(OPTIONS).replace(/\n$/, '');
}

/** Is this node a collection in flow style? */
export function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}
