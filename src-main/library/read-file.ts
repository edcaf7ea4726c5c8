// One Markdown file of a library, read for what it is: a record, a file that needs attention, or
// some other page. Reads regular files inside the library only, and never more than it must.

import { readFile, stat } from 'node:fs/promises';
import { AppError, hasCode } from '@core/errors';
import type { GitSides } from '@core/record/git-conflict';
import { layOut } from '@core/record/layout';
import type { RecordContent } from '@core/record/model';
import { MAX_BYTES, parseRecord } from '@core/record/parse';
import { codeOf, reasonOf } from '../storage/errors';
import { sha256 } from '../storage/files';
import { resolveInside } from '../storage/path-safety';

export type Reading =
  | { kind: 'record'; hash: string; text: string; content: RecordContent; readOnly: boolean }
  | { kind: 'attention'; hash: string; reason: string; line: number; versions?: TwoVersions }
  | { kind: 'other'; hash: string };

/** The record that Git has left two versions of, where both can be read: what our own states. */
export interface TwoVersions {
  id: string;
  title: string;
}

const LOOKS_LIKE_A_RECORD = /^\d{4}\/\d{4}-\d{2}-\d{2}-[^/]*\.md$/i;

/** null when there is no such file (any more). Never fails. */
export async function readRecordFile(root: string, path: string): Promise<Reading | null> {
  try {
    const real = await resolveInside(root, path);
    const info = await stat(real);
    if (!info.isFile()) return null;
    if (info.size > MAX_BYTES) return tooLarge(info);
    return readingOf(path, await readFile(real));
  } catch (error) {
    if (hasCode(error, 'not-found')) return null;
    if (error instanceof AppError) return unreadLink();
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    return unread(error);
  }
}

export type NoRecord = Extract<Reading, { kind: 'attention' }>;

export function tooLarge({ size, mtimeMs }: { size: number; mtimeMs: number }): NoRecord {
  const hash = `${size} ${mtimeMs}`;
  return attention(hash, 'The file is larger than 5 MiB, which no record is');
}

export function unreadLink(): NoRecord {
  return attention('outside', 'The link leads out of the library, so it is not followed');
}

export function unread(error: unknown): NoRecord {
  return attention('unread', `The file could not be read: ${reasonOf(error)}`);
}

/** What the bytes of a file say. */
export function readingOf(path: string, bytes: Uint8Array): Reading {
  const hash = sha256(bytes);
  const text = decodeUtf8(bytes);
  if (text === null) return attention(hash, 'The file is not UTF-8 text');
  const parsed = parseRecord(text);
  switch (parsed.kind) {
    case 'record':
      return { kind: 'record', hash, text, content: parsed.record, readOnly: parsed.readOnly };
    case 'attention':
      return {
        ...attention(hash, parsed.reason, parsed.line),
        ...(parsed.git && versionsIn(parsed.git)),
      };
    case 'other':
      return LOOKS_LIKE_A_RECORD.test(path) && !layOut(text).yaml
        ? attention(hash, 'No front matter, though the file is named like a record', 1)
        : { kind: 'other', hash };
  }
}

/** The bytes of a file inside the library. Raises AppError `not-found` or `unreadable`. */
export async function readBytesOf(root: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(await resolveInside(root, path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unreadable', `${path} could not be read: ${reasonOf(error)}.`);
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text, its byte-order mark included; null when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return null;
  }
}

function versionsIn({ ours, theirs }: GitSides): { versions: TwoVersions } | null {
  const [mine, other] = [parseRecord(ours), parseRecord(theirs)];
  if (mine.kind !== 'record' || mine.readOnly || other.kind !== 'record') return null;
  const { id, title } = mine.record.fields;
  return { versions: { id, title } };
}

function attention(hash: string, reason: string, line = 0) {
  return { kind: 'attention', hash, reason, line } as const;
}
