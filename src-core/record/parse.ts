// A file's text to a record, or the reason why it is not one. Never throws for any text, and
// never guesses: what cannot be read is reported with its line and left as it is.

import { isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import { checkShape, FIELD_KEYS, readFields } from './fields';
import { headingAsTitle, type Layout, layOut, trimmedRange } from './layout';
import {
  emptySections,
  FORMAT_VERSION,
  type Problem,
  type RecordContent,
  type Sections,
} from './model';
import { endOf, endOfValue } from './yaml-positions';
import { parseYamlSource, YamlRefused, type YamlSource } from './yaml-source';

export type ParseResult =
  | { kind: 'record'; record: RecordContent; readOnly: boolean }
  /** Looks like a record but cannot be read as one. */
  | { kind: 'attention'; reason: string; line: number }
  /** Some other Markdown file. */
  | { kind: 'other' };

/** Files over this many bytes are not read as records. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** The YAML begins below its fence. */
const FENCE_LINES = 1;

const KNOWN_KEYS = new Set<string>(['close-call', ...Object.values(FIELD_KEYS)]);

/** Reads a record from its text (as decoded from UTF-8, byte-order mark included if present). */
export function parseRecord(text: string): ParseResult {
  const layout = layOut(text);
  if (!layout.yaml) {
    const head = text.slice(0, 4096);
    if (/^\uFEFF?---[ \t]*[\r\n]/.test(head) && /[\r\n]close-call:/.test(head)) {
      return attention('The front matter is never closed with a line of three dashes', 1);
    }
    return { kind: 'other' };
  }
  const source = text.slice(layout.yaml.start, layout.yaml.end);
  try {
    return readRecord(text, layout, source, parseYamlSource(source));
  } catch (error) {
    if (error instanceof YamlRefused) return attention(error.message, error.line + FENCE_LINES);
    throw error;
  }
}

function readRecord(text: string, layout: Layout, source: string, yaml: YamlSource): ParseResult {
  if (typeof yaml.value === 'string' || Array.isArray(yaml.value)) return { kind: 'other' };
  if (!('close-call' in yaml.value)) return { kind: 'other' };
  if (yaml.mergeLine !== null) {
    throw new YamlRefused(
      'The front matter uses a merge key (<<), which is not read',
      yaml.mergeLine,
    );
  }
  const lineOf = (path: PropertyKey[]) => lineOfPath(yaml, path) + FENCE_LINES;
  const shaped = checkShape(yaml.value);
  if ('fault' in shaped) return attention(shaped.fault, lineOf(shaped.path));
  const problems: Problem[] = [];
  const fields = readFields(shaped.data, lineOf, problems);
  const version = Number(shaped.data['close-call']);
  const { sections, extras } = readSections(text, layout);
  if (fields.title.trim() === '') fields.title = headingAsTitle(layout.title?.text ?? '');
  return {
    kind: 'record',
    readOnly: version > FORMAT_VERSION,
    record: {
      version,
      fields,
      sections,
      extras,
      unknownKeys: unknownKeys(yaml, source),
      problems,
      lineEnd: layout.eol,
    },
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
function preambleText(text: string, { title, preamble }: Layout): string {
  const { start, end } = preamble;
  if (!title) return text.slice(start, end).trim();
  return (text.slice(start, title.start) + text.slice(title.end, end)).trim();
}

function unknownKeys({ doc }: YamlSource, source: string): RecordContent['unknownKeys'] {
  if (!isMap(doc.contents)) return [];
  return (doc.contents.items as Pair<Scalar, unknown>[]).flatMap((pair) => {
    const key = String(pair.key.value ?? '');
    if (KNOWN_KEYS.has(key)) return [];
    const behindKey = source.slice(endOf(pair.key), Math.max(endOfValue(pair), endOf(pair.key)));
    return [{ key, source: behindKey.replace(/^\s*:[ \t]*(?:\r?\n)*/, '').trimEnd() }];
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
