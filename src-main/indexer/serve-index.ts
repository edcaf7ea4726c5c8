// The indexer's side of the thread it runs in: each request is answered once, in the order they come
// unless one has to wait, and what turns out to be otherwise is told.

import type { MessagePort } from 'node:worker_threads';
import { AppError, type SerialisedError, serialiseError } from '@core/errors';
import { reasonOf } from '../storage/errors';
import { Indexer, type IndexerParts } from './indexer';
import { type CallInput, callIndexer, type IndexerCall } from './reader';

export interface IndexRequest {
  /** Repeated in the answer. */
  id: number;
  call: IndexerCall;
  input: CallInput<IndexerCall>;
}

export type IndexMessage =
  | { id: number; value: unknown }
  | { id: number; error: SerialisedError }
  | { changed: readonly string[] };

export function serveIndex(port: MessagePort, parts: IndexerParts): void {
  const tell = (message: IndexMessage) => port.postMessage(message);
  const indexer = new Indexer(parts, { changed: (paths) => tell({ changed: paths }) });
  port.on('message', async ({ id, call, input }: IndexRequest) => {
    try {
      tell({ id, value: await callIndexer(indexer, call, input) });
    } catch (error) {
      tell({ id, error: serialiseError(asAppError(error)) });
    }
  });
}

/** Other errors would lose their code on the way, and with it their words. */
function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('unreadable', String(error), { reason: reasonOf(error) });
}
