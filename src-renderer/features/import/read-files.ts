// Files that a person dropped or chose, read here in the page through the File API. The page is
// given their content and their names only, by the system and for these files alone: no path ever
// comes into the page or is named by it, and the originals cannot be written to. What is too large
// is refused before a byte of it is read.

import { MAX_FILES, MAX_SIZE, MAX_TOTAL } from '@core/import/limits';
import { kindOfFile, readFileText, type SourceContent } from '@core/import/source';

export interface ReadFile {
  name: string;
  content: SourceContent;
}

/** What each file holds, in their order; what cannot be read says why. Never fails. */
export async function readFiles(files: readonly File[]): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  let total = 0;
  for (const file of files.slice(0, MAX_FILES)) {
    const name = nameOf(file);
    const obstacle = obstacleTo(file, total);
    if (!obstacle) total += file.size;
    read.push({ name, content: obstacle ? refused(obstacle) : await readOne(file, name) });
  }
  const more = files.length - MAX_FILES;
  if (more > 0) {
    const name = more === 1 ? 'One more file' : `${more.toLocaleString('en')} more files`;
    read.push({
      name,
      content: refused(`only ${MAX_FILES.toLocaleString('en')} are read at once`),
    });
  }
  return read;
}

function obstacleTo(file: File, total: number): string | null {
  if (kindOfFile(file.name) === null) return 'it is no Markdown, text or CSV file';
  if (file.size > MAX_SIZE) return 'it is larger than 5 MiB';
  return total + file.size > MAX_TOTAL ? 'all files together are larger than 50 MiB' : null;
}

async function readOne(file: File, name: string): Promise<SourceContent> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = textOf(bytes, kindOfFile(file.name) === 'table');
    if (text === null) return refused(`it is not UTF-8 text (line ${lineOfFault(bytes)})`);
    if (text.includes('\0')) return refused('it holds bytes that are no text');
    return readFileText(name, text);
  } catch (error) {
    const why = error instanceof DOMException ? ` (${error.name})` : '';
    return refused(`it could not be read${why}`);
  }
}

/**
 * The text with its byte-order mark, so that a record keeps its bytes; null when it is not UTF-8. A
 * table is read all the same: only the rows that hold the fault cannot be taken.
 */
function textOf(bytes: Uint8Array, isTable: boolean): string | null {
  if (isTable && bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return isTable ? new TextDecoder('utf-8').decode(bytes) : null;
  }
}

function lineOfFault(bytes: Uint8Array): number {
  return new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0]?.split('\n').length ?? 1;
}

/** Below a folder that was dropped: the place in that folder. */
function nameOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

function refused(reason: string): SourceContent {
  return { kind: 'refused', reason };
}
