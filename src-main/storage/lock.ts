// One owner at a time, on one machine: whoever wants a thing puts up a claim, a file of its own
// name, and then looks at the others. Of two who want it at once at least one sees the other and
// takes its claim down again, so there are never two owners. The claims of processes that are no
// more count for nothing, so what a killed app owned is free.
//
// Claims lie in memory where the system has a folder for that: they need not outlive the machine's
// run, and a disk that is busy with a save would make them wait. A call takes microseconds there,
// less than it takes to have it done beside and be told, so claims are made at once.

import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './errors';
import { sha256 } from './files';

export interface Lock {
  release(): Promise<void>;
}

/** The process that owns what was asked for. */
export interface Owner {
  pid: number;
}

const CLAIM = /^[0-9a-f]{32}\.(\d+)-(\d+)\.[0-9a-f]{8}$/;
/** Between tries: two who saw each other do not meet again at the same moment. */
const PAUSES = [5, 10, 20, 40, 80];

/**
 * Where this machine's claims of this user are.
 * @param inMemory Linux has it; every user can write there, as in the temp folder
 */
export function locksFolder(inMemory = '/dev/shm'): string {
  const place = isWritableFolder(inMemory) ? inMemory : tmpdir();
  return join(place, `close-call-locks-${userNumber() ?? 'own'}`);
}

/** Null where users have no numbers, and temp folders of their own. */
function userNumber(): number | null {
  return process.getuid?.() ?? null;
}

function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The lock of a thing, or who owns it. Raises what the file system raises when there is no place
 * for claims: whoever asks decides whether to go on without.
 *
 * @param thing what is to be owned, by any unique name; two names never share a lock
 */
export async function lock(thing: string, folder: string = locksFolder()): Promise<Lock | Owner> {
  ownFolder(folder);
  const name = sha256(thing).slice(0, 32);
  const claim = `${name}.${process.pid}-${ownBirth()}.${randomBytes(4).toString('hex')}`;
  const path = join(folder, claim);
  for (let tries = 0; ; tries += 1) {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
    const owner = liveOwner(folder, name, claim);
    if (owner === null) return { release: async () => takeDown(path) };
    takeDown(path);
    const pause = PAUSES[tries];
    if (pause === undefined) return owner;
    await delay(pause * (1 + Math.random()));
  }
}

/**
 * Runs work while nobody else on this machine works on the same thing. Raises `EBUSY` when someone
 * still is. Where no claim can be put up the work is done all the same: it matters more.
 */
export async function alone<T>(
  thing: string,
  work: () => Promise<T>,
  folder: string = locksFolder(),
): Promise<T> {
  const own = await lock(thing, folder).catch(() => null);
  if (own === null) return work();
  if (!isLock(own)) {
    throw Object.assign(new Error(`process ${own.pid} is working on it`), { code: 'EBUSY' });
  }
  try {
    return await work();
  } finally {
    await own.release();
  }
}

export function isLock(answer: Lock | Owner): answer is Lock {
  return 'release' in answer;
}

/** Folders this process has had claims in, cleared once of what the dead have left. */
const known = new Set<string>();

/** In a temp folder others use too, a folder that is not ours could hide claims from us. */
function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const info = lstatSync(folder);
  if (!info.isDirectory() || info.uid !== (userNumber() ?? info.uid)) {
    throw Object.assign(new Error(`${folder} belongs to someone else`), { code: 'EPERM' });
  }
  if (known.has(folder)) return;
  known.add(folder);
  for (const entry of readdirSync(folder)) ownerOf(folder, entry);
}

/** The live process behind a claim; null when it is none, or of the dead, and then cleared away. */
function ownerOf(folder: string, entry: string): Owner | null {
  const [, pid, born] = CLAIM.exec(entry) ?? [];
  if (pid === undefined) return null;
  const now = birthOf(Number(pid));
  // Where only the start of the machine is known, clocks that are set may move it a little.
  const tolerance = process.platform === 'linux' ? 0 : CLOCK_TOLERANCE;
  if (now !== null && Math.abs(now - Number(born)) <= tolerance) return { pid: Number(pid) };
  takeDown(join(folder, entry));
  return null;
}

/** The first other process with a claim on the name; claims of the dead are cleared away. */
function liveOwner(folder: string, name: string, own: string): Owner | null {
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(name) || entry === own) continue;
    const owner = ownerOf(folder, entry);
    if (owner !== null) return owner;
  }
  return null;
}

/** Seconds. */
const CLOCK_TOLERANCE = 120;

let birth: number | null | undefined;

/** Ours does not change. */
function ownBirth(): number | null {
  birth ??= birthOf(process.pid);
  return birth;
}

/**
 * What tells a process from a later one of the same number: its start in clock ticks on Linux,
 * elsewhere the start of the machine in seconds. Null when there is no such process.
 */
function birthOf(pid: number): number | null {
  if (process.platform === 'linux') {
    // The second field is the program's name in brackets and may hold anything; see proc(5).
    const stat = processStat(pid);
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A killed process nobody has asked after yet is still listed, as a zombie.
    return stat === '' || state === 'Z' || state === 'X' ? null : Number(rest[18]);
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return null;
  }
  return Math.round(Date.now() / 1000 - uptime());
}

function processStat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return '';
  }
}

function takeDown(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Someone else has cleared it away.
  }
}
