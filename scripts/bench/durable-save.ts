// What a durable save costs over the bare minimum that puts the same bytes on the disk under the
// same name: write a temporary file, fsync, rename, fsync of the folder. Measured in pairs, in
// turns, so that a busy machine slows both; the durable save goes through the writer's thread, as
// in the app. Prints the pairs as JSON: [durable, bare] milliseconds.

import { mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@main/storage/files';
import { WriterThread } from '@main/storage/writer-thread';
import { builtWorker } from './built-worker';

/** A record of about two pages. */
const BYTES = 6000;
const WARM_UP = 20;

async function saveBarely(path: string, bytes: Uint8Array): Promise<void> {
  const temp = `${path}.tmp`;
  const file = await open(temp, 'wx');
  await file.write(bytes);
  await file.sync();
  await file.close();
  await rename(temp, path);
  const folder = await open(join(path, '..'), 'r');
  await folder.sync();
  await folder.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function main(pairs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'close-call-bench-'));
  const durable = join(folder, 'durable.md');
  const bare = join(folder, 'bare.md');
  const text = (n: number) => Buffer.from(`${n}\n`.padEnd(BYTES, 'The disk filled, unseen. '));
  const writer = new WriterThread(await builtWorker());
  let basedOn = sha256(text(0));
  for (const path of [durable, bare]) await writeFile(path, text(0));
  const measured: [number, number][] = [];
  for (let n = 1; n <= WARM_UP + pairs; n += 1) {
    const bytes = text(n);
    const saveDurably = async () => {
      basedOn = await writer.write(durable, bytes, { basedOn });
    };
    const pair: [number, number] = [0, 0];
    // Whoever goes first changes with each pair.
    if (n % 2) pair[0] = await timed(saveDurably);
    pair[1] = await timed(() => saveBarely(bare, bytes));
    if (!(n % 2)) pair[0] = await timed(saveDurably);
    if (n > WARM_UP) measured.push(pair);
  }
  await writer.stop();
  await rm(folder, { recursive: true });
  console.log(JSON.stringify(measured));
}

await main(Number(process.argv[2]));
