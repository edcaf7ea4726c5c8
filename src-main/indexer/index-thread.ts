// The indexer in a thread of its own, one for each open library, so that neither reading thousands of
// files nor searching them ever holds up a keystroke. If the thread ends, what it had not answered is
// refused, and the next call starts another, which reads everything anew.

import type { Worker } from 'node:worker_threads';
import { AppError, reviveError } from '@core/errors';
import type { IndexerEvents, IndexerParts } from './indexer';
import { type Ask, readerFrom, type StartReader } from './reader';
import type { IndexMessage, IndexRequest } from './serve-index';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

interface Thread {
  worker: Worker;
  /** What it has not answered yet, by the number of the request. */
  waiting: Map<number, Waiting>;
}

/** @param start starts index-worker.ts, wherever that was built to, with these as its data */
export function readInThread(start: (parts: IndexerParts) => Worker): StartReader {
  return (parts, events) => {
    let thread: Thread | null = null;
    let requests = 0;
    const live = () => {
      thread ??= startThread(start(parts), events, () => {
        thread = null;
      });
      return thread;
    };
    const ask: Ask = (call, input) => {
      const { worker, waiting } = live();
      const request: IndexRequest = { id: ++requests, call, input };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve: (value) => resolve(value as never), reject });
        worker.postMessage(request);
      });
    };
    const reader = readerFrom(ask);
    return {
      ...reader,
      /** Ends the thread. */
      close: async () => {
        if (!thread) return;
        const { worker } = thread;
        await reader.close().catch(() => {});
        await worker.terminate();
      },
    };
  };
}

function startThread(worker: Worker, events: IndexerEvents, ended: () => void): Thread {
  const waiting: Thread['waiting'] = new Map();
  worker.on('message', (message: IndexMessage) => {
    if ('changed' in message) return events.changed(message.changed);
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) asker?.reject(reviveError(message.error));
    else asker?.resolve(message.value);
  });
  worker.on('error', (error) => console.error('The index stopped:', error));
  worker.on('exit', () => {
    ended();
    for (const { reject } of waiting.values()) reject(stopped());
  });
  return { worker, waiting };
}

function stopped(): AppError {
  const reason = 'the part of the app that reads the library has stopped';
  return new AppError('unreadable', `The library could not be read: ${reason}. Try again.`, {
    reason,
  });
}
