// @ts-check
// Promises a library with everything a picture is to show: the sample's near misses, and beside them
// a title without end, a file that cannot be read, other versions, and a decision to look at again.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../electron/ready.mjs';

export const LONG = `${'A very long title about a very long outage that did not quite happen '.repeat(5)}`;

/** The sample library as it is. @param {string} library */
export function copySample(library) {
  cpSync(path.join(ROOT, 'resources/sample-library'), library, { recursive: true });
}

/** @param {string} library */
export function makeEventful(library) {
  copySample(library);
  const year = path.join(library, '2026');
  writeFileSync(path.join(year, '2026-11-18-bad.md'), '---\nclose-call: 1\ntitle: a: b\n---\n');
  writeFileSync(
    path.join(year, '2026-11-18-long.md'),
    `---\nclose-call: 1\nid: long\ntitle: ${LONG}\nstatus: logged\noccurred: 2026-11-18\n---\n`,
  );
  leaveVersions(library);
  dueReview(library);
}

/** The day to look again at a decision not to act has come. @param {string} library */
function dueReview(library) {
  const file = path.join(library, '2026/2026-10-22-the-canary-caught-a-tax-rounding-change.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^( {2}review: ).*$/m, '$12026-01-15'));
}

/** Other versions of two near misses, as Syncthing and Git leave them. @param {string} library */
function leaveVersions(library) {
  const orders = path.join(library, '2026/2026-11-20-orders-disk-94-percent');
  const text = readFileSync(`${orders}.md`, 'utf8');
  writeFileSync(
    `${orders}.sync-conflict-20261120-101112-ABCDEF7.md`,
    text
      .replace(/^status: .*$/m, 'status: investigating')
      .replace(/(## Notes\n\n)/, '$1Ana: asked again.\n\n'),
  );
  const ledger = path.join(library, '2026/2026-10-31-ledger-pool-at-98-of-100-during-month-end.md');
  const mine = readFileSync(ledger, 'utf8');
  const theirs = '<<<<<<< HEAD\n$&\n=======\nstatus: investigating\n>>>>>>> ana';
  writeFileSync(ledger, mine.replace(/^status: .*$/m, theirs));
}
