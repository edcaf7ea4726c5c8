// @ts-check
// Promises to unpack the regular files of a zip that a caller wants, under the names it gives them,
// with their permissions. Everything else in the zip is left out.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/**
 * @param {string} archive
 * @param {string} folder where to put the files
 * @param {(name: string) => string | undefined} place the name to give a file, or nothing to skip it
 */
export async function unzip(archive, folder, place) {
  // yauzl itself refuses names that lead out of a folder.
  const zip = await yauzl.openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
      if (name === undefined) continue;
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }));
    }
  } finally {
    zip.close();
  }
}
