// The indexers of all libraries in one thread of their own, so that neither reading thousands of
// files nor searching them ever holds up a keystroke. It is started with the app, beside everything
// else that takes time then, and is there when a library is opened. If it ends, what it had not
// answered is refused, and the next call starts another, which reads everything anew.

import type { Worker } from 'node:worker_threads';
import { AppError, reviveError } from '@core/errors';
import type { IndexerEvents } from './indexer';
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

export class IndexThread {
  readonly #startWorker: () => Worker;
  /** Who is told what is found out about a library, by the library's number. */
  readonly #events = new Map<number, IndexerEvents>();
  #thread: Thread | null = null;
  #requests = 0;
  #libraries = 0;

  /** @param startWorker starts index-worker.ts, wherever that was built to */
  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker;
  }

  /** Starts the thread, if there is none. */
  start(): void {
    this.#live();
  }

  /**
   * The indexer of one library; closing it leaves the thread to others, and whatever it is asked from
   * then on is refused.
   */
  readonly startReader: StartReader = (parts, events) => {
    const library = ++this.#libraries;
    this.#events.set(library, events);
    const ask: Ask = (call, input) => {
      // Nobody would close what is made for it now.
      if (call !== 'close' && !this.#events.has(library)) return Promise.reject(closed());
      const { worker, waiting } = this.#live();
      const request: IndexRequest = { id: ++this.#requests, library, parts, call, input };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve: (value) => resolve(value as never), reject });
        worker.postMessage(request);
      });
    };
    const reader = readerFrom(ask);
    return {
      ...reader,
      close: async () => {
        this.#events.delete(library);
        if (this.#thread) await reader.close().catch(() => {});
      },
    };
  };

  /** Ends the thread. */
  async stop(): Promise<void> {
    await this.#thread?.worker.terminate();
  }

  #live(): Thread {
    this.#thread ??= this.#begin();
    return this.#thread;
  }

  #begin(): Thread {
    const worker = this.#startWorker();
    const waiting: Thread['waiting'] = new Map();
    worker.on('message', (message: IndexMessage) => {
      if ('changed' in message) return this.#events.get(message.library)?.changed(message.changed);
      const asker = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) asker?.reject(reviveError(message.error));
      else asker?.resolve(message.value);
    });
    worker.on('error', (error) => console.error('The index stopped:', error));
    worker.on('exit', () => {
      this.#thread = null;
      for (const { reject } of waiting.values()) reject(stopped());
    });
    return { worker, waiting };
  }
}

function stopped(): AppError {
  const reason = 'the part of the app that reads the library has stopped';
  return new AppError('unreadable', `The library could not be read: ${reason}. Try again.`, {
    reason,
  });
}

function closed(): AppError {
  return new AppError('no-library', 'This library is not open any more.');
}
