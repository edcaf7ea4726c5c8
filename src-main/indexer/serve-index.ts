// The indexers' side of the thread they run in: each request is answered once, in the order they come
// unless one has to wait, and what turns out to be otherwise is told.

import type { MessagePort } from 'node:worker_threads';
import { AppError, type SerialisedError, serialiseError } from '@core/errors';
import { reasonOf } from '../storage/errors';
import { Indexer, type IndexerParts } from './indexer';
import { type CallInput, callIndexer, type IndexerCall } from './reader';

export interface IndexRequest {
  /** Repeated in the answer. */
  id: number;
  /** Number of the library, and what its indexer is made with when it is first asked. */
  library: number;
  parts: IndexerParts;
  call: IndexerCall;
  input: CallInput<IndexerCall>;
}

export type IndexMessage =
  | { id: number; value: unknown }
  | { id: number; error: SerialisedError }
  | { library: number; changed: readonly string[] };

export function serveIndex(port: MessagePort): void {
  const indexers = new Map<number, Indexer>();
  const tell = (message: IndexMessage) => port.postMessage(message);
  /** Raises what opening one raises. */
  const indexerOf = ({ library, parts, call }: IndexRequest): Indexer => {
    const known = indexers.get(library);
    if (known) return known;
    const indexer = new Indexer(parts, { changed: (changed) => tell({ library, changed }) });
    // The one that was opened has ended with its thread: of what is in the library this one knows nothing.
    if (call !== 'open') indexer.open();
    indexers.set(library, indexer);
    return indexer;
  };
  port.on('message', async (request: IndexRequest) => {
    const { id, library, call, input } = request;
    try {
      // One that was never made has nothing to close.
      const isOver = call === 'close' && !indexers.has(library);
      const value = isOver ? undefined : await callIndexer(indexerOf(request), call, input);
      tell({ id, value });
    } catch (error) {
      tell({ id, error: serialiseError(asAppError(error)) });
    } finally {
      if (call === 'close') indexers.delete(library);
    }
  });
}

/** Other errors would lose their code on the way, and with it their words. */
function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('unreadable', String(error), { reason: reasonOf(error) });
}
