// Moves a file to a place where none is. Never overwrites: if something is there, AppError
// `conflict`; the file is at one of the two places at every moment, also on the disk: the old name
// goes only when the new one is there to stay.

import { dirname } from 'node:path';
import { codeOf, notSaved } from './errors';
import { FILES, type Files, syncFolder } from './files';
import { hasNoLinks, taken } from './new-place';

export async function moveDurably(from: string, to: string, fs: Files = FILES): Promise<void> {
  try {
    if (await gotSecondName(from, to, fs)) {
      await syncFolder(fs, dirname(to));
      await fs.unlink(from);
    } else {
      await fs.rename(from, to);
      await syncFolder(fs, dirname(to));
    }
    await syncFolder(fs, dirname(from));
  } catch (error) {
    throw notSaved(error);
  }
}

/** False where a rename has to do: there are no links, or it is the same name in other letters. */
async function gotSecondName(from: string, to: string, fs: Files): Promise<boolean> {
  try {
    await fs.link(from, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    // The same file under another spelling, where upper and lower case are one.
    if (code === 'EEXIST' && (await isSameFile(fs, from, to))) return false;
    if (code === 'EEXIST') throw taken();
    if (!hasNoLinks(error)) throw error;
    if (await exists(fs, to)) throw taken();
    return false;
  }
}

/** A link is not what it leads to, which need not be there. */
async function isSameFile(fs: Files, a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([fs.lstat(a), fs.lstat(b)]);
  return (
    a.toLowerCase() === b.toLowerCase() && first.ino === second.ino && first.dev === second.dev
  );
}

async function exists(fs: Files, path: string): Promise<boolean> {
  return fs.lstat(path).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
