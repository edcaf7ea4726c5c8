// What runs in the writer's thread, with the pauses it was started with.

import { parentPort, workerData } from 'node:worker_threads';
import { BLOCKING_FILES } from '@main/storage/blocking-files';
import { alone } from '@main/storage/lock';
import { serveWrites } from '@main/storage/serve-writes';

if (parentPort === null) throw new Error('The writer runs in a thread of its own.');
serveWrites(parentPort, { fs: BLOCKING_FILES, backOff: workerData, alone });
