// What the storage does to a record, each as a state before, an operation, and how the old and the
// new state are told: what the tests of kills, of order and of faults go through.

import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@main/storage/files';
import { fill } from '../main/support';
import type { Operation } from './programs/operation';

const OLD = 'The old text.\n'.repeat(400);
const NEW = 'The new text, which is longer.\n'.repeat(900);
const THEIRS = `${OLD}A line from outside.\n`;
const MINE = `My own line.\n${OLD}`;
const MERGED = `My own line.\n${OLD}A line from outside.\n`;
export const BYSTANDER = 'Nobody asked for this one.\n';
const ID = '01JCM00000000000000000000A';
const TRASHED = `.close-call/trash/${ID}-one.md`;
const NOTE = JSON.stringify({ path: '2026/one.md', title: 'A record', at: '' });

/** Paths below the scratch folder, with what each holds. */
type Files = Record<string, string>;

export interface Case {
  name: string;
  before: Files;
  operation(root: string): Operation;
  /** Whether these files, less what is temporary, are the old state or one as good. */
  isOld(files: Files): boolean;
  isNew(files: Files): boolean;
}

export const one = '2026/one.md';
export const two = '2026/two.md';
const holds = (path: string, text: string) => (files: Files) => files[path] === text;
const inTrash = (files: Files) =>
  Object.entries(files).filter(([path]) => /trash\/[^/]+\.md$/.test(path));
const journalLine = (entry: string) => {
  const json = JSON.stringify(entry);
  return `${sha256(json).slice(0, 16)} ${json}\n`;
};
const entriesIn = (files: Files) =>
  (files.journal ?? '').split('\n').flatMap((line) => {
    const json = line.slice(17);
    return line !== '' && sha256(json).startsWith(line.slice(0, 16)) ? [JSON.parse(json)] : [];
  });

export const CASES: Case[] = [
  {
    name: 'save',
    before: { [one]: OLD, 'input/new': NEW },
    operation: (root) => ({
      kind: 'save',
      path: join(root, one),
      from: join(root, 'input/new'),
      basedOn: sha256(OLD),
    }),
    isOld: holds(one, OLD),
    isNew: holds(one, NEW),
  },
  {
    name: 'create',
    before: { '2026/other.md': OLD, 'input/new': NEW },
    operation: (root) => ({
      kind: 'save',
      path: join(root, one),
      from: join(root, 'input/new'),
      basedOn: null,
    }),
    isOld: (files) => !(one in files),
    isNew: holds(one, NEW),
  },
  {
    name: 'rename',
    before: { [one]: OLD },
    operation: (root) => ({ kind: 'rename', path: join(root, one), to: join(root, two) }),
    // At one of the two names, or for a moment at both.
    isOld: (files) => files[one] === OLD && [undefined, OLD].includes(files[two]),
    isNew: (files) => !(one in files) && files[two] === OLD,
  },
  {
    name: 'delete',
    before: { [one]: OLD },
    operation: (root) => ({ kind: 'trash', root, path: one }),
    isOld: (files) => files[one] === OLD && inTrash(files).every(([, text]) => text === OLD),
    isNew: (files) => !(one in files) && inTrash(files).filter(([, t]) => t === OLD).length === 1,
  },
  {
    name: 'restore',
    before: { [TRASHED]: OLD, [`.close-call/trash/${ID}.json`]: NOTE, '2026/other.md': OLD },
    operation: (root) => ({ kind: 'restore', root, id: ID }),
    isOld: (files) => files[TRASHED] === OLD && [undefined, OLD].includes(files[one]),
    isNew: (files) => !(TRASHED in files) && files[one] === OLD,
  },
  {
    name: 'merge',
    before: { [one]: THEIRS, 'input/base': OLD, 'input/mine': MINE },
    operation: (root) => ({
      kind: 'merge',
      path: join(root, one),
      base: join(root, 'input/base'),
      mine: join(root, 'input/mine'),
    }),
    isOld: holds(one, THEIRS),
    isNew: holds(one, MERGED),
  },
  {
    name: 'journal',
    before: {},
    operation: (root) => ({ kind: 'journal', path: join(root, 'journal'), entry: 'typed' }),
    isOld: (files) => entriesIn(files).length === 0,
    isNew: (files) => entriesIn(files).join() === 'typed',
  },
  {
    name: 'shorten',
    before: { journal: ['one', 'two', 'three'].map(journalLine).join('') },
    operation: (root) => ({ kind: 'shorten', path: join(root, 'journal'), entries: ['three'] }),
    isOld: (files) => entriesIn(files).join() === 'one,two,three',
    isNew: (files) => entriesIn(files).join() === 'three',
  },
];

/** Runs the work on a folder of its own that holds the state, and a file nobody asked for. */
export async function withState<T>(before: Files, work: (root: string) => Promise<T>): Promise<T> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'close-call-kill-')));
  try {
    await fill(root, { ...before, '2026/bystander.md': BYSTANDER });
    return await work(root);
  } finally {
    await rm(root, { recursive: true });
  }
}
