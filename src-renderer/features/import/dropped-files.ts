// The files of a drop. Of a folder, its Markdown files, however deep they lie; hidden folders are
// left alone, so that a repository's own files are not taken for pages.

import { MAX_FILES } from '@core/import/limits';

const MAX_DEPTH = 20;

/** Does a drag carry files, and not a text or a part of the page? */
export function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** The files, and one more than may be read when there are more. Takes what it needs at once. */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const files = items.map((item) => item.getAsFile());
  return collect(entries, files);
}

async function collect(
  entries: readonly (FileSystemEntry | null)[],
  files: readonly (File | null)[],
): Promise<File[]> {
  const found: File[] = [];
  for (const [i, entry] of entries.entries()) {
    const file = files[i];
    if (entry?.isDirectory) await below(entry as FileSystemDirectoryEntry, found, 0);
    else if (file) found.push(file);
  }
  return found;
}

async function below(
  folder: FileSystemDirectoryEntry,
  found: File[],
  depth: number,
): Promise<void> {
  if (depth > MAX_DEPTH) return;
  const entries = await childrenOf(folder);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length > MAX_FILES || entry.name.startsWith('.')) continue;
    if (entry.isDirectory) await below(entry as FileSystemDirectoryEntry, found, depth + 1);
    else if (/\.(?:md|markdown|mdown)$/i.test(entry.name)) {
      found.push(await fileOf(entry as FileSystemFileEntry));
    }
  }
}

/** The reader hands out a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
