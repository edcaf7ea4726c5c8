// What it costs to open a large library, over the bare minimum: the first time over reading the same
// files, again with the cache over asking for the status of each. An open begins with the folder and
// ends with the rows as the window is given them. Files are read in a thread, as in the app, which
// starts it with itself: what that takes is part of a start, and measured there. Measured in pairs, in
// turns. Prints JSON: { first, again }, each a list of [opened, bare] milliseconds.

import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { IndexThread } from '@main/indexer/index-thread';
import { Library } from '@main/library/library';
import { writeDurably } from '@main/storage/durable-writer';

/** Calls in flight: more are no faster here, fewer are slower. */
const AT_ONCE = 64;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function each(paths: readonly string[], work: (path: string) => Promise<unknown>) {
  const rest = paths[Symbol.iterator]();
  const worker = async () => {
    for (const path of rest) await work(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** @param indexer the built program of the indexer's thread */
async function main(
  folder: string,
  userData: string,
  indexer: string,
  runs: number,
): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
  const thread = new IndexThread(() => new Worker(indexer));
  thread.start();
  const open = async () => {
    let listed = 0;
    let library: Library | null = null;
    const took = await timed(async () => {
      library = await Library.open(folder, {
        userData,
        send: () => {},
        notify: (message) => console.error(message),
        write: writeDurably,
        startReader: thread.startReader,
        startedAt: Date.now(),
        locks: join(userData, 'locks'),
      });
      listed = JSON.parse(library.listingText().records.places)[0].length;
    });
    await (library as Library | null)?.close();
    if (listed !== paths.length) throw new Error(`${listed} of ${paths.length} were listed`);
    return took;
  };
  const first: [number, number][] = [];
  const again: [number, number][] = [];
  for (let run = 0; run <= runs; run += 1) {
    await rm(join(userData, 'index'), { recursive: true, force: true });
    const bareRead = await timed(() => each(paths, (path) => readFile(path)));
    const opened = await open();
    const bareStat = await timed(() => each(paths, (path) => stat(path)));
    const reopened = await open();
    // The first run warms the disk and the machine.
    if (run === 0) continue;
    first.push([opened, bareRead]);
    again.push([reopened, bareStat]);
  }
  console.log(JSON.stringify({ first, again }));
  process.exit(0);
}

const [, , folder = '', userData = '', indexer = '', runs] = process.argv;
await main(folder, userData, indexer, Number(runs));
