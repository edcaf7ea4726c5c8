// A change made outside that leaves no trace but the bytes: one letter, the same size, the same
// time stamp. It is found by its hash, and never overwritten.

import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '@core/errors';
import { sha256 } from '@main/storage/files';
import { expect, inject, test } from 'vitest';
import { namesIn, scratch } from '../main/support';
import { writerIn } from './programs/writer';
import { randomOf } from './random';
import { report } from './report';
import { FROM, PATIENCE, SEED, SIZES } from './sizes';

/** Whole seconds, which every file system can keep. */
const WHEN = 1_790_000_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

test(
  'row 6: one letter changed outside, in the same size and time, is never overwritten',
  async () => {
    const path = join(await scratch(), 'record.md');
    const writer = writerIn(inject('programs'));
    let conflicts = 0;
    for (let trial = FROM; trial < SIZES.unseen; trial += 1) {
      const random = randomOf(SEED, trial);
      const before = Buffer.from(
        Array.from({ length: 1 + random.below(4000) }, () => random.pick([...LETTERS])).join(''),
      );
      await writeFile(path, before);
      await utimes(path, WHEN, WHEN);
      const seen = await stat(path);

      const changed = Buffer.from(before);
      const at = random.below(changed.length);
      changed[at] = 'Z'.charCodeAt(0);
      await writeFile(path, changed);
      await utimes(path, WHEN, WHEN);
      const now = await stat(path);
      expect([now.size, now.mtimeMs]).toEqual([seen.size, seen.mtimeMs]);

      const outcome = await writer
        .write(path, Buffer.from('mine'), {
          basedOn: sha256(before),
        })
        .catch((error: AppError) => error.code);
      expect(outcome, `trial ${trial}`).toBe('conflict');
      expect(changed.equals(await readFile(path)), `trial ${trial}`).toBe(true);
      expect(await namesIn(join(path, '..'))).toEqual(['record.md']);
      conflicts += 1;
    }
    await writer.stop();
    report(`row 6: ${conflicts} unseen changes of one letter: ${conflicts} asked, 0 overwritten`);
  },
  PATIENCE,
);
