// A file's text to a record, or the reason why it is not one. Never throws for any text, and
// never guesses: what cannot be read is reported with its line and left as it is.

import { isMap, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { checkShape, FIELD_KEYS, readFields } from './fields';
import { findGitConflict, type GitSides } from './git-conflict';
import {
  findFrontMatter,
  headingAsTitle,
  type Layout,
  layOut,
  type Range,
  trimmedRange,
} from './layout';
import {
  emptySections,
  FORMAT_VERSION,
  type Problem,
  type RecordContent,
  type Sections,
} from './model';
import { readPlainYaml } from './yaml-plain';
import { endOf, endOfValue, findPair, startOf } from './yaml-positions';
import { parseYamlSource, YamlRefused, type YamlSource } from './yaml-source';

export interface ParsedRecord {
  kind: 'record';
  record: RecordContent;
  readOnly: boolean;
  /** The YAML between the fences. */
  yaml: Range;
}

export type ParseResult =
  | ParsedRecord
  /** Looks like a record but cannot be read as one. */
  | { kind: 'attention'; reason: string; line: number; git?: GitSides }
  /** Some other Markdown file. */
  | { kind: 'other' };

/** Files over this many bytes are not read as records. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** The YAML begins below its fence. */
const FENCE_LINES = 1;

const KNOWN_KEYS = new Set<string>(['close-call', ...Object.values(FIELD_KEYS)]);

/** Reads a record from its text (as decoded from UTF-8, byte-order mark included if present). */
export function parseRecord(text: string): ParseResult {
  const conflict = findGitConflict(text);
  if (!conflict) return parseOne(text);
  const { line, sides } = conflict;
  const versions = [text, ...(sides ? [sides.ours, sides.theirs] : [])];
  if (versions.every((version) => parseOne(version).kind === 'other')) return { kind: 'other' };
  return { ...attention('Git left two versions in it', line), ...(sides && { git: sides }) };
}

function parseOne(text: string): ParseResult {
  const layout = layOut(text);
  if (!layout.yaml) {
    const head = text.slice(0, 4096);
    if (/^\uFEFF?---[ \t]*[\r\n]/.test(head) && /[\r\n]close-call:/.test(head)) {
      return attention('The front matter is never closed with a line of three dashes', 1);
    }
    return { kind: 'other' };
  }
  try {
    return readQuickly(text, layout, layout.yaml) ?? readRecord(text, layout, layout.yaml);
  } catch (error) {
    // Whatever else the parser raises is a bug, of which the file must not be the victim.
    if (!(error instanceof YamlRefused)) return attention('The front matter cannot be read', 1);
    return attention(error.message, error.line + FENCE_LINES);
  }
}

/** A record in plain words with nothing to say about it; null for any other. */
function readQuickly(text: string, layout: Layout, range: Range): ParseResult | null {
  const plain = readPlainFields(text, range);
  return plain && recordOf(text, layout, range, plain);
}

function readPlainFields(text: string, range: Range): FrontMatter | null {
  const value = readPlainYaml(text.slice(range.start, range.end));
  if (!value || Object.keys(value).some((key) => !KNOWN_KEYS.has(key))) return null;
  const shaped = checkShape(value);
  if ('fault' in shaped) return null;
  const problems: Problem[] = [];
  const fields = readFields(shaped.data, () => 0, problems);
  return problems.length > 0 ? null : { version: shaped.data['close-call'], fields };
}

/**
 * What a list shows of a record in plain words: its fields as {@link parseRecord} gives them, in a
 * fraction of the time. null where only that can tell.
 */
export function readToList(text: string): (Pick<ParsedRecord, 'readOnly'> & FrontMatter) | null {
  const { yaml } = findFrontMatter(text);
  if (!yaml || findGitConflict(text)) return null;
  const plain = readPlainFields(text, yaml);
  // A title may stand in the text alone.
  if (!plain || plain.fields.title.trim() === '') return null;
  return { ...plain, readOnly: Number(plain.version) > FORMAT_VERSION };
}

function readRecord(text: string, layout: Layout, range: Range): ParseResult {
  const source = text.slice(range.start, range.end);
  const yaml = parseYamlSource(source);
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
  return recordOf(text, layout, range, {
    version: shaped.data['close-call'],
    fields,
    unknownKeys: unknownKeys(yaml, source),
    problems,
  });
}

interface FrontMatter extends Pick<RecordContent, 'fields'> {
  version: string;
  unknownKeys?: RecordContent['unknownKeys'];
  problems?: Problem[];
}

function recordOf(
  text: string,
  layout: Layout,
  range: Range,
  { fields, unknownKeys = [], problems = [], ...rest }: FrontMatter,
): ParsedRecord {
  const version = Number(rest.version);
  const { sections, extras } = readSections(text, layout);
  if (fields.title.trim() === '') fields.title = headingAsTitle(layout.title?.text ?? '');
  return {
    kind: 'record',
    readOnly: version > FORMAT_VERSION,
    yaml: range,
    record: {
      version,
      fields,
      sections,
      extras,
      unknownKeys,
      problems,
      lineEnd: layout.eol,
    },
  };
}

function attention(reason: string, line: number) {
  return { kind: 'attention', reason, line } as const;
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
  const { items } = doc.contents as YAMLMap;
  return (items as Pair<Scalar<string>>[]).flatMap((pair) => {
    const key = pair.key.value;
    if (KNOWN_KEYS.has(key)) return [];
    const behindKey = source.slice(endOf(pair.key), Math.max(endOfValue(pair), endOf(pair.key)));
    return [{ key, source: behindKey.replace(/^\s*:[ \t]*(?:\r?\n)*/, '').trimEnd() }];
  });
}

/** Line of the node at the end of a path, or of the alias that stands in for it. */
function lineOfPath(yaml: YamlSource, path: PropertyKey[]): number {
  let node: unknown = yaml.doc.contents;
  let offset = 0;
  for (const part of path) {
    const next = step(node, part);
    if (!next) break;
    offset = startOf(next.at);
    node = next.value;
  }
  return yaml.lineAt(offset);
}

function step(node: unknown, part: PropertyKey): { at: unknown; value: unknown } | undefined {
  if (isSeq(node)) return { at: node.items[Number(part)], value: node.items[Number(part)] };
  const pair = isMap(node) ? findPair(node, String(part)) : undefined;
  return pair && { at: pair.key, value: pair.value };
}
