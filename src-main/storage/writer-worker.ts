// What runs in the writer's thread, and nothing else: it is a file of its own when it is built.

import { parentPort } from 'node:worker_threads';
import { serveWrites } from './serve-writes';

if (parentPort === null) throw new Error('The writer runs in a thread of its own.');
serveWrites(parentPort);
