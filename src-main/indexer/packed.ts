// All files of a library in two pieces of memory, which threads share instead of giving each other
// ten thousand objects, and which the cache keeps as they are.

import { HASH_LENGTH, KeptRecord } from '../library/kept-record';
import type { Listed } from '../library/listed';

export type ListedFile = [path: string, listed: Listed];

export interface Packed {
  /** JSON: {@link Places}. */
  places: Uint8Array;
  /** ASCII: the hashes of all records, then their heads with commas between them, then their rows. */
  rows: Uint8Array;
}

interface Places {
  paths: string[];
  /** Of each file that is a record its id, and how long its head and its row are; else null. */
  ids: (string | null)[];
  heads: number[];
  rows: number[];
  /** What is no record, in turn. */
  others: Listed[];
}

/** In the order they are given. */
export function pack(files: Iterable<readonly [path: string, listed: Listed]>): Packed {
  const places: Places = { paths: [], ids: [], heads: [], rows: [], others: [] };
  const texts: Record<'hashes' | 'heads' | 'rows', string[]> = { hashes: [], heads: [], rows: [] };
  for (const [path, listed] of files) {
    const isRecord = listed.kind === 'record';
    const { head, row } = isRecord ? listed : NO_ROW;
    places.paths.push(path);
    places.ids.push(isRecord ? listed.id : null);
    places.heads.push(head.length);
    places.rows.push(row.length);
    if (!isRecord) {
      places.others.push(listed);
      continue;
    }
    texts.hashes.push(listed.hash);
    texts.heads.push(head);
    texts.rows.push(row);
  }
  const rows = shared(
    [texts.hashes.join(''), texts.heads.join(','), texts.rows.join('')],
    'latin1',
  );
  return { places: shared([JSON.stringify(places)], 'utf8'), rows };
}

export function unpack({ places, rows }: Packed): ListedFile[] {
  const { paths, ids, heads, rows: lengths, others }: Places = JSON.parse(view(places).toString());
  const bytes = view(rows);
  const records = paths.length - others.length;
  const allHeads = heads.reduce((sum, length) => sum + length, 0) + Math.max(records - 1, 0);
  let hash = 0;
  let head = records * HASH_LENGTH;
  let row = head + allHeads;
  let other = 0;
  return paths.map((path, n): ListedFile => {
    const id = ids[n] ?? null;
    if (id === null) return [path, others[other++] as Listed];
    const headPart = { from: head, to: head + (heads[n] ?? 0) };
    const rowPart = { from: row, to: row + (lengths[n] ?? 0) };
    const record = new KeptRecord(id, bytes, hash, headPart, rowPart);
    hash += HASH_LENGTH;
    head = headPart.to + 1;
    row = rowPart.to;
    return [path, record];
  });
}

const NO_ROW = { head: '', row: '' };

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function shared(texts: readonly string[], encoding: 'latin1' | 'utf8'): Uint8Array {
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text, encoding), 0);
  const bytes = Buffer.from(new SharedArrayBuffer(size));
  let at = 0;
  for (const text of texts) at += bytes.write(text, at, encoding);
  return bytes;
}
