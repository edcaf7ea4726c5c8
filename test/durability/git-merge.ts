// What `git merge-file` makes of three versions, many at a time: starting it is most of its work.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Versions {
  base: string;
  mine: string;
  theirs: string;
}

const LOOP =
  'for n in $(seq 0 $1); do git merge-file -p -q $n.mine $n.base $n.theirs > $n.out; echo $?; done';

/** For each three versions, whose lines all end, the merged text; null where git has a conflict. */
export async function gitMerges(all: readonly Versions[]): Promise<(string | null)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'close-call-merges-'));
  try {
    for (const [n, versions] of all.entries()) {
      for (const [name, text] of Object.entries(versions)) {
        await writeFile(join(folder, `${n}.${name}`), text);
      }
    }
    const run = promisify(execFile)('sh', ['-c', LOOP, 'sh', String(all.length - 1)], {
      cwd: folder,
      maxBuffer: 1 << 26,
    });
    const codes = (await run).stdout.trim().split('\n').map(Number);
    return await Promise.all(
      all.map(async (_, n) => {
        const code = codes[n];
        if (code === undefined || code > 127) throw new Error(`git merge-file failed: ${code}`);
        return code === 0 ? readFile(join(folder, `${n}.out`), 'utf8') : null;
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
