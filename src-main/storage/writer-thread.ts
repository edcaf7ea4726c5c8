// The durable writer as the app uses it: in a thread of its own, where its calls hold up nobody and
// none has to be handed on. What it promises is the writer's promise, and that every write is
// answered: if the thread ends, what it had not answered is refused, and the next write starts
// another. It keeps no process alive that waits for no write.

import type { Worker } from 'node:worker_threads';
import { AppError, reviveError } from '@core/errors';
import type { WriteDurably } from './durable-writer';
import { notSaved } from './errors';
import type { WriteAnswer, WriteRequest } from './serve-writes';

interface Waiting {
  resolve(hash: string): void;
  reject(error: AppError): void;
}

interface Thread {
  worker: Worker;
  /** What it has not answered yet, by the number of the request. */
  waiting: Map<number, Waiting>;
}

export class WriterThread {
  readonly #startWorker: () => Worker;
  readonly #writes = new Set<Promise<string>>();
  #thread: Thread | null = null;
  #requests = 0;

  /** @param startWorker starts writer-worker.ts, wherever that was built to */
  constructor(startWorker: () => Worker) {
    this.#startWorker = startWorker;
  }

  /** Starts the thread if there is none. */
  readonly write: WriteDurably = async (path, bytes, { basedOn }) => {
    const writing = this.#ask({ id: ++this.#requests, path, bytes, basedOn });
    this.#writes.add(writing);
    try {
      return await writing;
    } finally {
      this.#writes.delete(writing);
    }
  };

  /** Ends the thread when every write is answered; resolves when it has ended. */
  async stop(): Promise<void> {
    while (this.#writes.size > 0) await Promise.allSettled(this.#writes);
    await this.#thread?.worker.terminate();
  }

  async #ask(request: WriteRequest): Promise<string> {
    const { worker, waiting } = this.#live();
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      worker.ref();
      worker.postMessage(request);
    });
  }

  /** Raises AppError `not-saved` where the system has no thread to give. */
  #live(): Thread {
    try {
      this.#thread ??= this.#start();
      return this.#thread;
    } catch (error) {
      throw notSaved(error);
    }
  }

  #start(): Thread {
    const worker = this.#startWorker();
    const waiting: Thread['waiting'] = new Map();
    worker.on('message', (answer: WriteAnswer) => {
      const asker = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) worker.unref();
      if ('hash' in answer) asker?.resolve(answer.hash);
      else asker?.reject(reviveError(answer.error));
    });
    worker.on('error', (error) => console.error('The writer stopped:', error));
    worker.on('exit', () => {
      this.#thread = null;
      for (const { reject } of waiting.values()) reject(stopped());
    });
    return { worker, waiting };
  }
}

/** Whether the new file or the old one is there the next save will see. */
function stopped(): AppError {
  const reason = 'the part of the app that writes files has stopped';
  return new AppError(
    'not-saved',
    `Not saved: ${reason}. It is started again with the next save.`,
    {
      reason,
    },
  );
}
