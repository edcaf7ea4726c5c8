// Every Markdown file of a library, read. Folders whose name begins with a dot and node_modules
// are left alone; links to folders are not followed, so that no file is met twice.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathInside } from '../storage/path-safety';
import { type Reading, readRecordFile } from './read-file';

/** Files read at a time: enough to keep a disk busy, far below the limit of open files. */
const AT_ONCE = 16;

export interface Scan {
  readings: Map<string, Reading>;
  /** All folders seen, absolute: where our temporary files may lie. */
  folders: string[];
}

/** @param known gives what a file held before, so that only what has changed is read closely */
export async function scanLibrary(
  root: string,
  known: (path: string) => Reading | undefined = () => undefined,
): Promise<Scan> {
  const folders: string[] = [];
  const paths: string[] = [];
  await walk(root, root, folders, paths);
  const readings = new Map<string, Reading>();
  await eachOf(paths, async (path) => {
    const reading = await readRecordFile(root, path, known(path));
    if (reading) readings.set(path, reading);
  });
  return { readings, folders };
}

/** Whether a file or folder of this name is looked at at all. */
export function isIgnoredName(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

export function isMarkdownName(name: string): boolean {
  return /\.md$/i.test(name);
}

async function walk(
  root: string,
  folder: string,
  folders: string[],
  paths: string[],
): Promise<void> {
  folders.push(folder);
  // A folder that may not be read, or went meanwhile, hides only itself.
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (folder === root) throw error;
    return [];
  });
  for (const entry of entries) {
    if (isIgnoredName(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(root, path, folders, paths);
    else if (isMarkdownName(entry.name) && (entry.isFile() || entry.isSymbolicLink())) {
      paths.push(pathInside(root, path));
    }
  }
}

/** Runs the work over all items, a few at a time. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
