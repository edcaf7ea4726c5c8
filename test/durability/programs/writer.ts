// The writer of these programs is the app's own: in its thread, as it is built. Where a test wants
// it to lose its patience sooner, the pauses between its tries of a rename are said.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { WriterThread } from '@main/storage/writer-thread';

/** @param folder where the programs were built to */
export function writerIn(folder: string, backOff?: readonly number[]): WriterThread {
  const program = join(folder, backOff ? 'impatient-writer.cjs' : 'writer-worker.cjs');
  return new WriterThread(() => new Worker(program, { workerData: backOff }));
}
