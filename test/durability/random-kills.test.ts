// A process that types, journals and saves is killed at random moments: nothing it has promised is
// lost, each record is whole, and what it leaves behind is cleared away at the next start.

import { readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@main/storage/files';
import { isTempName } from '@main/storage/temp-files';
import { expect, test } from 'vitest';
import { openLibrary, recordText } from '../main/library/open';
import { contentsOf, fill, scratch } from '../main/support';
import { begin, killWhileTyping, printOf } from './kill-trial';
import { countFrom, eachOf, Progress, report } from './report';
import { AT_ONCE, FROM, PATIENCE, SEED, SIZES } from './sizes';

async function temporaryIn(root: string): Promise<string[]> {
  const names = await readdir(root, { recursive: true });
  return names.filter((path) => isTempName(path.split('/').pop() ?? ''));
}

test(
  'kills: of what a process has acknowledged before it is killed nothing is lost',
  async () => {
    const [root, count] = [await realpath(await scratch()), SIZES.kills - FROM];
    const progress = new Progress('kills', SIZES.kills);
    let acknowledged = 0;
    const faults: string[] = [];
    await eachOf(countFrom(FROM, SIZES.kills), AT_ONCE, async (trial) => {
      const own = join(root, String(trial));
      const library = join(own, 'library');
      await fill(library, await begin(library));
      const found = await killWhileTyping(library, join(own, 'journals'), trial);
      acknowledged += found.acknowledged;
      faults.push(...found.faults.map((fault) => `trial ${trial}: ${fault}`));
      await rm(own, { recursive: true });
      progress.step(trial);
    });
    report(
      `kills: ${count} kill -9 of the storage at random moments (seed ${SEED}): ` +
        `${acknowledged} words and saves acknowledged, ${faults.length} lost or torn`,
    );
    expect(faults).toEqual([]);
  },
  PATIENCE,
);

/** Files of others, some with names like ours. */
const OTHERS = {
  'a/record.md~': 'a backup of an editor\n',
  'a/.~lock.record.md#': 'a lock of an office program\n',
  'a/.~record.md': 'nearly one of ours\n',
  'a/.~record.md.0123456789abcde': 'one digit short\n',
  'b/notes.txt': 'notes\n',
  'b/.hidden.md': 'hidden\n',
};

test(
  'row 18: killed at random moments, at most one temporary file a folder is left, and swept',
  async () => {
    const progress = new Progress('row 18', SIZES.killsWithSweep);
    const counts = { left: 0, acknowledged: 0 };
    const faults: string[] = [];
    await eachOf(countFrom(FROM, SIZES.killsWithSweep), AT_ONCE, async (trial) => {
      const [root, userData] = [await realpath(await scratch()), await realpath(await scratch())];
      const complain = (what: string) => faults.push(`trial ${trial}: ${what}`);
      await fill(root, { ...OTHERS, ...(await begin(root)), 'one.md': recordText('ONE', 'One') });
      const others = [...Object.keys(OTHERS), 'one.md'].map((path) => join(root, path));
      const before = await Promise.all(others.map(printOf));
      const journals = join(userData, 'journal', sha256(root).slice(0, 16));
      const found = await killWhileTyping(root, journals, trial);
      counts.acknowledged += found.acknowledged;
      for (const fault of found.faults) complain(fault);

      const left = [...(await temporaryIn(root)), ...(await temporaryIn(userData))];
      counts.left += left.length;
      const folders = left.map((path) => path.split('/').slice(0, -1).join('/'));
      if (new Set(folders).size < folders.length) complain(`left ${left.join(', ')}`);

      const opened = await openLibrary(root, { userData });
      await opened.library.close();
      const unswept = [...(await temporaryIn(root)), ...(await temporaryIn(userData))];
      if (unswept.length > 0) complain(`not swept: ${unswept.join(', ')}`);
      const after = await Promise.all(others.map(printOf));
      if (after.join() !== before.join()) complain('a file of someone else was touched');
      const names = Object.keys(await contentsOf(root)).length;
      if (names !== others.length + 2) complain(`${names} files`);
      progress.step(trial);
    });
    report(
      `row 18: ${SIZES.killsWithSweep - FROM} kill -9 and starts (seed ${SEED}): ` +
        `${counts.left} temporary files left and swept, at most one a folder; ` +
        `${counts.acknowledged} words and saves acknowledged; ${faults.length} faults`,
    );
    expect(faults).toEqual([]);
  },
  PATIENCE,
);
