// A file's text to a record, or the reason why it is not one. Never throws for any text, and
// never guesses: what cannot be read is reported with its line and left as it is.

import { isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import { checkShape, FIELD_KEYS, readFields } from './fields';
import { type Layout, layOut, trimmedRange } from './layout';
import {
  emptySections,
  FORMAT_VERSION,
  type Problem,
  type RecordContent,
  type Sections,
} from './model';
import { parseYamlSource, YamlRefused, type YamlSource } from './yaml-source';

export type ParseResult =
  | { kind: 'record'; record: RecordContent; readOnly: boolean }
  /** Looks like a record but cannot be read as one. */
  | { kind: 'attention'; reason: string; line: number }
  /** Some other Markdown file. */
  | { kind: 'other' };

/** Files over this many bytes are not read as records. */
export const MAX_BYTES = 5 * 1024 * 1024;

const KNOWN_KEYS = new Set<string>(['close-call', ...Object.values(FIELD_KEYS)]);

/** Reads a record from its text (as decoded from UTF-8, byte-order mark included if present). */
export function parseRecord(text: string): ParseResult {
  const layout = layOut(text);
  if (!layout.yaml) {
    if (/^\uFEFF?---[ \t]*\r?\n/.test(text) && /^close-call:/m.test(text.slice(0, 4096))) {
      return attention('The front matter is never closed with a line of three dashes', 1);
    }
    return { kind: 'other' };
  }
  const firstLine = 2; // the YAML begins below its fence
  let yaml: YamlSource;
  try {
    yaml = parseYamlSource(text.slice(layout.yaml.start, layout.yaml.end));
  } catch (error) {
    if (error instanceof YamlRefused) return attention(error.message, error.line + firstLine - 1);
    throw error;
  }
  if (typeof yaml.value === 'string' || Array.isArray(yaml.value)) return { kind: 'other' };
  if (!('close-call' in yaml.value)) return { kind: 'other' };

  const lineOf = (path: PropertyKey[]) => lineOfPath(yaml, path) + firstLine - 1;
  const shaped = checkShape(yaml.value);
  if (!shaped.success) {
    const issue = shaped.error.issues[0];
    const path = issue?.path ?? [];
    const name = path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' ');
    const what = issue?.code === 'invalid_format' ? issue.message : 'has the wrong type';
    return attention(`“${name}” in the front matter ${what}`, lineOf(path));
  }
  const problems: Problem[] = [];
  const fields = readFields(shaped.data, lineOf, problems);
  const version = Number(shaped.data['close-call']);
  const { sections, extras } = readSections(text, layout);
  if (fields.title.trim() === '') fields.title = titleFromHeading(text, layout);
  return {
    kind: 'record',
    readOnly: version > FORMAT_VERSION,
    record: { version, fields, sections, extras, unknownKeys: unknownKeys(yaml), problems },
  };
}

function attention(reason: string, line: number): ParseResult {
  return { kind: 'attention', reason, line };
}

function readSections(text: string, layout: Layout) {
  const sections: Sections = emptySections();
  const extras: RecordContent['extras'] = [];
  const preamble = preambleText(text, layout);
  if (preamble) extras.push({ heading: '', text: preamble });
  for (const slice of layout.sections) {
    const range = trimmedRange(text, slice.contentRange);
    const body = text.slice(range.start, range.end);
    if (slice.key) sections[slice.key] = body;
    else extras.push({ heading: slice.heading, text: body });
  }
  return { sections, extras };
}

/** What stands before the first section besides the title. */
function preambleText(text: string, layout: Layout): string {
  const range = titleRange(text, layout);
  const { start, end } = layout.preamble;
  if (!range) return text.slice(start, end).trim();
  return (text.slice(start, range.lineStart) + text.slice(range.lineEnd, end)).trim();
}

/** The title heading: where its text is, and where its line begins and ends. */
export function titleRange(
  text: string,
  layout: Layout,
): { start: number; end: number; lineStart: number; lineEnd: number } | null {
  const { start, end } = layout.preamble;
  const match = /^(#[ \t]+)(.*?)([ \t]*)(\r\n|\n|\r|$(?![\s\S]))/m.exec(text.slice(start, end));
  if (!match) return null;
  const lineStart = start + match.index;
  const from = lineStart + (match[1]?.length ?? 0);
  return {
    start: from,
    end: from + (match[2]?.length ?? 0),
    lineStart,
    lineEnd: lineStart + match[0].length,
  };
}

function titleFromHeading(text: string, layout: Layout): string {
  const range = titleRange(text, layout);
  return range ? text.slice(range.start, range.end) : '';
}

function unknownKeys(yaml: YamlSource): RecordContent['unknownKeys'] {
  const contents = yaml.doc.contents;
  if (!isMap(contents)) return [];
  return (contents.items as Pair<Scalar, unknown>[]).flatMap((pair) => {
    const key = String(pair.key.value ?? '');
    if (KNOWN_KEYS.has(key)) return [];
    return [{ key, source: String(yaml.doc.createNode(pair.value) ?? '') }];
  });
}

/** Line of the deepest node along the path that exists. */
function lineOfPath(yaml: YamlSource, path: PropertyKey[]): number {
  let node: unknown = yaml.doc.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part);
      if (!pair) break;
      offset = (pair.key as Scalar).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      offset = (node as Scalar | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return yaml.lineAt(offset);
}
