// YAML as written: every scalar is its source text (nothing becomes a number, a date or a
// boolean). Hostile or ambiguous YAML is refused with a reason and a line, and never costs more
// than a moment: keys are compared by hash, aliases are counted at their full size.

import {
  type Alias,
  type Document,
  isAlias,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  type ParsedNode,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';

/** Plain values as they stand in the source: text, lists, maps. */
export type Plain = string | Plain[] | { [key: string]: Plain };

export interface YamlSource {
  doc: Document.Parsed;
  value: Plain;
  /** What each alias stands for. */
  aliases: ReadonlyMap<Alias, Plain>;
  /** Line of the first merge key (`<<`); null when there is none. */
  mergeLine: number | null;
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

/** Characters. The parser's time grows faster than its input; real front matter is far shorter. */
export const MAX_YAML = 128 * 1024;
const TAG = 'uses a YAML tag, which is not read';
const MAX_DEPTH = 32;
const MAX_NODES = 200_000;

/**
 * Parses a YAML document as written; raises {@link YamlRefused}.
 * @param subject what the text is, as the beginning of a sentence
 */
export function parseYamlSource(source: string, subject = 'The front matter'): YamlSource {
  if (source.length > MAX_YAML) {
    throw new YamlRefused(`${subject} is longer than 128 KiB`, 1);
  }
  const lines = new LineCounter();
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const doc = parseDocument(source, {
    schema: 'failsafe',
    merge: false,
    lineCounter: lines,
    uniqueKeys: false, // checked below: the library compares every key with every other
    prettyErrors: false,
    stringKeys: true,
    keepSourceTokens: true,
  });
  const fault = doc.errors[0] ?? doc.warnings[0];
  if (fault) {
    throw new YamlRefused(`${subject} ${describeFault(fault)}`, lineAt(placeOfFault(fault, doc)));
  }
  const reader = new Reader(lineAt, subject);
  const value = reader.read(doc.contents, 0);
  return { doc, value, aliases: reader.aliases, mergeLine: reader.mergeLine, lineAt };
}

function describeFault({ code, message }: YAMLError): string {
  if (code === 'TAG_RESOLVE_FAILED') return TAG;
  if (code === 'NON_STRING_KEY') return 'has a key that is not text';
  if (code === 'RESOURCE_EXHAUSTION') return 'is nested too deeply';
  const first = message.replace(/\n.*/s, '');
  return `is not valid YAML: ${first.length > 200 ? `${first.slice(0, 200)}…` : first}`;
}

/** Where a person has to look: for brackets and quotes that never close, where they open. */
function placeOfFault(fault: YAMLError, doc: Document.Parsed): number {
  const [at] = fault.pos;
  if (!/^(?:Flow|Missing closing)/.test(fault.message)) return at;
  let place = at;
  visit(doc, {
    Node(_key, node) {
      const [start, end] = (node as ParsedNode).range;
      const canOpen = isScalar(node) ? node.type?.startsWith('QUOTE') : 'flow' in node && node.flow;
      if (canOpen && start <= at && at <= end) place = start;
    },
  });
  return place;
}

class Reader {
  readonly aliases = new Map<Alias, Plain>();
  mergeLine: number | null = null;
  private nodes = 0;
  private readonly anchors = new Map<string, { value: Plain; nodes: number }>();
  private readonly lineAt: (offset: number) => number;
  private readonly subject: string;

  constructor(lineAt: (offset: number) => number, subject: string) {
    this.lineAt = lineAt;
    this.subject = subject;
  }

  read(node: ParsedNode | null, depth: number): Plain {
    if (node === null) return '';
    const nodesBefore = this.nodes;
    this.count(1, node);
    if (depth > MAX_DEPTH) this.refuse('is nested too deeply', node);
    if (node.tag) this.refuse(TAG, node);
    const value = this.readValue(node, depth);
    if (node.anchor) this.anchors.set(node.anchor, { value, nodes: this.nodes - nodesBefore });
    return value;
  }

  private readValue(node: ParsedNode, depth: number): Plain {
    if (isScalar(node)) return String(node.value);
    if (isSeq(node)) return node.items.map((item) => this.read(item, depth + 1));
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (!target) this.refuse(`refers to “*${node.source}”, which nothing before it is`, node);
      this.count(target.nodes, node);
      this.aliases.set(node, target.value);
      return target.value;
    }
    const map: { [key: string]: Plain } = Object.create(null);
    for (const pair of node.items as Pair<Scalar.Parsed, ParsedNode | null>[]) {
      const key = String(pair.key.value);
      if (key in map) this.refuse(`says “${key}” twice`, pair.key);
      if (key === '__proto__') this.refuse('has a key “__proto__”, which is not read', pair.key);
      if (key === '<<' && pair.key.type === 'PLAIN') this.mergeLine ??= this.lineOf(pair.key);
      map[key] = this.read(pair.value, depth + 1);
    }
    return map;
  }

  private count(nodes: number, at: ParsedNode): void {
    this.nodes += nodes;
    if (this.nodes > MAX_NODES) this.refuse('repeats itself too often', at);
  }

  private refuse(reason: string, node: ParsedNode): never {
    throw new YamlRefused(`${this.subject} ${reason}`, this.lineOf(node));
  }

  private lineOf(node: ParsedNode): number {
    return this.lineAt(node.range[0]);
  }
}
