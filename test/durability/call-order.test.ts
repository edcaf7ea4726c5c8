// The order in which the storage calls the system, as the system saw it: bytes are on the disk
// before they get their name, and the name is before anything is said to be saved.

import { expect, test } from 'vitest';
import { CASES, withState } from './cases';
import { type Call, run } from './processes';
import { report } from './report';
import { PATIENCE } from './sizes';

const TEMP = /\.~[^/]+\.[0-9a-f]{16}/g;
const ENTRY = /[0-9A-HJKMNP-TV-Z]{26}/g;

/** What of a call matters here, with paths below the root; null for what does not. */
function told({ name, line }: Call, root: string): string | null {
  if (/^(\d+ +)?write\(1</.test(line)) return line.includes('"Saved') ? 'say Saved' : null;
  if (!line.includes(root)) return null;
  const short = (path: string) =>
    path.replace(root, '.').replace(TEMP, 'temp').replace(ENTRY, 'ID');
  const of = /^\w+\(\d+<([^>]*)>/.exec(line.replace(/^\d+ +/, ''))?.[1];
  if (of && /^p?write/.test(name)) return `write ${short(of)}`;
  if (of && /^f(data)?sync$/.test(name)) return `fsync ${short(of)}`;
  const [from, to] = [...line.matchAll(/"([^"]*)"/g)].map((match) => short(match[1] ?? ''));
  if (name.startsWith('rename')) return `rename ${from} to ${to}`;
  if (name.startsWith('link')) return `link ${from} to ${to}`;
  if (name.startsWith('unlink')) return `unlink ${from}`;
  return null;
}

/** What has to happen, in this order and with nothing of its kind in between. */
const ORDERS: Record<string, string[]> = {
  save: [
    'write ./2026/temp',
    'fsync ./2026/temp',
    'rename ./2026/temp to ./2026/one.md',
    'fsync ./2026',
    'say Saved',
  ],
  create: [
    'write ./2026/temp',
    'fsync ./2026/temp',
    'link ./2026/temp to ./2026/one.md',
    'unlink ./2026/temp',
    'fsync ./2026',
    'say Saved',
  ],
  rename: [
    'link ./2026/one.md to ./2026/two.md',
    'fsync ./2026',
    'unlink ./2026/one.md',
    'fsync ./2026',
    'say Saved',
  ],
  delete: [
    'write ./.close-call/trash/temp',
    'fsync ./.close-call/trash/temp',
    'link ./.close-call/trash/temp to ./.close-call/trash/ID.json',
    'unlink ./.close-call/trash/temp',
    'fsync ./.close-call/trash',
    'link ./2026/one.md to ./.close-call/trash/ID-one.md',
    'fsync ./.close-call/trash',
    'unlink ./2026/one.md',
    'fsync ./2026',
    'say Saved',
  ],
  restore: [
    'link ./.close-call/trash/ID-one.md to ./2026/one.md',
    'fsync ./2026',
    'unlink ./.close-call/trash/ID-one.md',
    'fsync ./.close-call/trash',
    'unlink ./.close-call/trash/ID.json',
    'say Saved',
  ],
  merge: [
    // The first try finds another file than it was based on.
    'write ./2026/temp',
    'fsync ./2026/temp',
    'unlink ./2026/temp',
    'write ./2026/temp',
    'fsync ./2026/temp',
    'rename ./2026/temp to ./2026/one.md',
    'fsync ./2026',
    'say Saved',
  ],
  journal: ['write ./journal', 'fsync ./journal', 'fsync .', 'say Saved'],
  shorten: [
    'write ./temp',
    'fsync ./temp',
    'fsync .',
    'rename ./temp to ./journal',
    'fsync .',
    'say Saved',
  ],
};

test(
  'row 2: bytes are on the disk before their name, and names before "Saved"',
  async () => {
    let calls = 0;
    for (const { name, before, operation } of CASES) {
      await withState(before, async (root) => {
        const outcome = await run(operation(root), { trace: true, withTalk: true });
        const order = outcome.calls.flatMap((call) => told(call, root) ?? []);
        calls += order.length;
        expect(order, name).toEqual(ORDERS[name]);
      });
    }
    report(`row 2: ${CASES.length} operations, ${calls} writes, syncs and names, all in order`);
  },
  PATIENCE,
);
