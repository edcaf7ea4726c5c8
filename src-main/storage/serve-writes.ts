// The writer's side of the thread it runs in: each request that comes is written durably, and
// answered once with the hash of what the file holds then, or with what stood in the way. Requests
// do not wait for each other's pauses.

import type { MessagePort } from 'node:worker_threads';
import { type SerialisedError, serialiseError } from '@core/errors';
import { type WriterParts, writeDurably } from './durable-writer';

export interface WriteRequest {
  /** Repeated in the answer. */
  id: number;
  path: string;
  bytes: Uint8Array;
  basedOn: string | null;
}

export type WriteAnswer = { id: number } & ({ hash: string } | { error: SerialisedError });

/** @param parts what the writer stands on; the disk, if nothing is said */
export function serveWrites(port: MessagePort, parts?: WriterParts): void {
  port.on('message', async (request: WriteRequest) => {
    port.postMessage(await answerTo(request, parts));
  });
}

async function answerTo(
  { id, path, bytes, basedOn }: WriteRequest,
  parts: WriterParts | undefined,
): Promise<WriteAnswer> {
  try {
    return { id, hash: await writeDurably(path, bytes, { basedOn }, parts) };
  } catch (error) {
    return { id, error: serialiseError(error) };
  }
}
