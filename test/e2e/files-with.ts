// Looks for words in files in every way that we, Chromium and a PDF write them.

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readPdf } from './pdf';

/** Names, below the folder, of the files that hold the words. */
export async function filesWith(folder: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    // Sockets and locks of a browser that is gone cannot be read.
    const file = await stat(path).catch(() => null);
    if (file?.isFile() && (await holds(path, words))) found.push(name);
  }
  return found;
}

async function holds(path: string, words: string): Promise<boolean> {
  const bytes = await readFile(path);
  if (bytes.includes(words, 0, 'utf8') || bytes.includes(words, 0, 'utf16le')) return true;
  if (!path.endsWith('.pdf')) return false;
  const { text, beside } = await readPdf(path);
  return [text, beside].some((read) => read.includes(words));
}
