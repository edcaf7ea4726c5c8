// Two processes type into the same records and save them, each as if it were alone: every token
// that was acknowledged to either is in a file or in a journal, or a person chose against it and it
// is kept beside. That the history holds every version counts for nothing else: it would hide a save
// that went over another.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseRecord } from '@core/record/parse';
import { isTempName } from '@main/storage/temp-files';
import { expect, inject, test } from 'vitest';
import { recordText } from '../main/library/open';
import { contentsOf, fill, scratch } from '../main/support';
import type { Working } from './programs/operation';
import { report } from './report';
import { PATIENCE, SEED, SIZES } from './sizes';

const RECORDS = 2;
/** Each rename waits a moment, so that the other process has time to come in between. */
const SLOW_RENAMES = [
  ...['-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=rename'],
  ...['-e', 'signal=none', '-e', 'inject=rename:delay_enter=3000'],
];

interface Worked {
  tokens: string[];
  givenUp: Set<string>;
  settled: number;
}

async function work(working: Working): Promise<Worked> {
  const program = [
    process.execPath,
    join(inject('programs'), 'library.cjs'),
    JSON.stringify(working),
  ];
  const child = spawn('strace', [...SLOW_RENAMES, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tokens: string[] = [];
  const givenUp = new Set<string>();
  let settled = 0;
  createInterface(child.stdout).on('line', (line) => {
    const [word, what = ''] = line.split(' ');
    if (word === 'token') tokens.push(what);
    if (word === 'given-up') givenUp.add(what);
    if (word === 'settled') settled = Number(what);
  });
  const [code] = await once(child, 'close');
  expect(code, `the process of ${working.name}`).toBe(0);
  return { tokens, givenUp, settled };
}

const tokensIn = (files: Record<string, string>) =>
  new Set(Object.values(files).flatMap((text) => text.match(/\[[ab]-\d+\]/g) ?? []));

/** The journals, and what was set aside beside them. */
const journalsOf = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('journal/')));

test(
  'row 9: of two processes saving the same records no acknowledged token is lost',
  async () => {
    const root = await scratch();
    const userData = { a: join(await scratch(), 'a'), b: join(await scratch(), 'b') };
    for (let n = 0; n < RECORDS; n += 1) {
      await fill(root, { [`2026/2026-11-2${n}-one.md`]: recordText(`R${n}`, `Record ${n}`) });
    }
    for (const folder of Object.values(userData)) await mkdir(folder);
    const common = { root, seed: SEED, saves: SIZES.savesEach };
    const [a, b] = await Promise.all([
      work({ ...common, name: 'a', userData: userData.a, trial: 1 }),
      work({ ...common, name: 'b', userData: userData.b, trial: 2 }),
    ]);
    const files = await contentsOf(root);
    const inFiles = tokensIn(files);
    const data = await Promise.all([userData.a, userData.b].map(contentsOf));
    const inJournals = new Set(data.flatMap((all) => [...tokensIn(journalsOf(all))]));
    const beside = new Set(data.flatMap((all) => [...tokensIn(all)]));
    const all = [...a.tokens, ...b.tokens];
    const notInFiles = all.filter((token) => !inFiles.has(token));
    const chosen = (token: string) => a.givenUp.has(token) || b.givenUp.has(token);
    const lost = notInFiles.filter(
      (token) => !inJournals.has(token) && !(chosen(token) && beside.has(token)),
    );
    for (const t of lost)
      console.log(
        'LOST',
        t,
        chosen(t),
        data.map(
          (d) =>
            Object.entries(d)
              .filter(([, x]) => x.includes(t))
              .map(([p]) => p).length,
        ),
        a.settled,
      );
    report(
      `row 9: 2 processes, ${all.length} saves of ${RECORDS} records, ${a.settled + b.settled} ` +
        `conflicts settled: ${all.length - notInFiles.length} tokens in the files, ` +
        `${notInFiles.length - lost.length} in a journal or given up and kept, ${lost.length} lost`,
    );
    expect(all).toHaveLength(2 * SIZES.savesEach);
    expect(lost).toEqual([]);
    for (const [path, text] of Object.entries(files)) {
      expect(isTempName(path.split('/').pop() ?? ''), path).toBe(false);
      expect(parseRecord(text).kind, path).toBe('record');
    }
  },
  PATIENCE,
);
