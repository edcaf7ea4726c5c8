// Row 16: when git checks out thousands of files in an open library, the index is what the disk is
// within five seconds of the checkout's end. CLOSE_CALL_DURABILITY=long goes back and forth more.

import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fill, scratch } from '../support';
import { openLibrary, recordText } from './open';

const FILES = 5000;
const LIMIT_MS = 5000;
const ROUNDS = process.env.CLOSE_CALL_DURABILITY === 'long' ? 10 : 1;
/** As in the app. */
const TIMING = { gather: 100, grace: 300, poll: 2000 };

/** Records in folders of a hundred, each with this word in its title. */
function records(word: string): Record<string, string> {
  const numbers = Array.from({ length: FILES }, (_, n) => n);
  return Object.fromEntries(
    numbers.map((n) => [
      `${2000 + Math.floor(n / 100)}/r${n}.md`,
      recordText(`R${n}`, `${word} ${n}`),
    ]),
  );
}

test(`row 16: a git checkout of ${FILES} files is in the index within ${LIMIT_MS} ms`, async () => {
  const folder = await scratch();
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
      stdio: 'pipe',
    });
  const commit = async (branch: string, files: Record<string, string>) => {
    git('checkout', '-q', '-B', branch);
    await fill(folder, files);
    git('add', '.');
    git('commit', '-q', '-m', branch);
  };
  git('init', '-q');
  await commit('none', { 'close-call.yml': '' });
  await commit('old', records('Old'));
  await commit('new', records('New'));
  git('checkout', '-q', 'none');

  const { library, root } = await openLibrary(folder, { timing: TIMING });
  /** Titles tell the versions apart. */
  const isInIndex = (word: string, expected: number) => {
    const listed = library.listing().records;
    return (
      listed.length === expected &&
      listed.every(({ fields }) => fields.title.startsWith(`${word} `))
    );
  };
  const onDisk = async () =>
    (await readdir(root, { recursive: true })).filter((name) => /^\d{4}.*\.md$/.test(name)).length;
  const times: string[] = [];
  const checkOut = async (branch: string, word: string, expected: number) => {
    git('checkout', '-q', branch);
    const ended = performance.now();
    while (!isInIndex(word, expected) && performance.now() - ended < 4 * LIMIT_MS) await delay(50);
    const took = Math.round(performance.now() - ended);
    expect(await onDisk()).toBe(expected);
    expect(isInIndex(word, expected)).toBe(true);
    times.push(`${branch} ${took} ms`);
    expect(took).toBeLessThanOrEqual(LIMIT_MS);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await checkOut('old', 'Old', FILES);
    await checkOut('new', 'New', FILES);
    await checkOut('none', 'New', 0);
  }
  console.log(
    `row 16: checkouts of ${FILES} files, index equal to the disk after: ${times.join(', ')}`,
  );
}, 600_000);
