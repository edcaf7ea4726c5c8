// YAML as written: every scalar is its source text (nothing becomes a number, a date or a
// boolean), and hostile or ambiguous YAML is refused with a reason and a line.

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** Plain values as they stand in the source: text, lists, maps. */
export type Plain = string | Plain[] | { [key: string]: Plain };

export interface YamlSource {
  doc: Document.Parsed;
  value: Plain;
  /** Line in the YAML, from 1, of an offset in it. */
  lineAt(offset: number): number;
}

export class YamlRefused extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const MAX_DEPTH = 32;
const MAX_NODES = 200_000;

/** Parses a YAML document as written; raises {@link YamlRefused}. */
export function parseYamlSource(source: string): YamlSource {
  const lines = new LineCounter();
  let doc: Document.Parsed;
  try {
    doc = parseDocument(source, {
      schema: 'failsafe',
      merge: false,
      lineCounter: lines,
      uniqueKeys: true,
      prettyErrors: false,
      stringKeys: true,
    });
  } catch {
    // The parser recurses: a deep enough nest overflows it before it can say so.
    throw new YamlRefused('The front matter is nested too deeply to be read', 1);
  }
  const fault = doc.errors[0] ?? doc.warnings[0];
  if (fault) {
    throw new YamlRefused(
      describeFault(fault.code, fault.message),
      lines.linePos(fault.pos[0]).line,
    );
  }
  const walk = { nodes: 0 };
  const value = toPlain(doc.contents, doc, walk, 0, (offset) => lines.linePos(offset).line);
  return { doc, value, lineAt: (offset) => lines.linePos(offset).line };
}

function describeFault(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'A key stands twice in the front matter';
  if (code === 'TAG_RESOLVE_FAILED') return 'The front matter uses a YAML tag, which is not read';
  return `The front matter is not valid YAML: ${message.split('\n')[0]}`;
}

function toPlain(
  node: unknown,
  doc: Document.Parsed,
  walk: { nodes: number },
  depth: number,
  lineAt: (offset: number) => number,
): Plain {
  const line = lineAt(offsetOf(node));
  walk.nodes += 1;
  if (depth > MAX_DEPTH) throw new YamlRefused('The front matter is nested too deeply', line);
  if (walk.nodes > MAX_NODES) throw new YamlRefused('The front matter repeats too much', line);
  if (isAlias(node)) return toPlain(node.resolve(doc), doc, walk, depth + 1, lineAt);
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  if (isSeq(node)) {
    return node.items.map((item) => toPlain(item, doc, walk, depth + 1, lineAt));
  }
  if (isMap(node)) {
    const map: { [key: string]: Plain } = Object.create(null);
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
      map[key] = toPlain(pair.value, doc, walk, depth + 1, lineAt);
    }
    return map;
  }
  return '';
}

function offsetOf(node: unknown): number {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range?.[0] ?? 0;
}
