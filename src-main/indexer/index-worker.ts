// What runs in the indexer's thread, and nothing else: it is a file of its own when it is built.

import { parentPort, workerData } from 'node:worker_threads';
import { serveIndex } from './serve-index';

if (parentPort === null) throw new Error('The indexer runs in a thread of its own.');
serveIndex(parentPort, workerData);
