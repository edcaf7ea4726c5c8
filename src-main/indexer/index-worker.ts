// What runs in the indexers' thread, and nothing else: it is a file of its own when it is built.

import { parentPort } from 'node:worker_threads';
import { serveIndex } from './serve-index';

if (parentPort === null) throw new Error('The indexers run in a thread of their own.');
serveIndex(parentPort);
