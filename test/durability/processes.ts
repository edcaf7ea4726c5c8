// Starts a storage process, with a tracer on its file thread where a test wants to count, order,
// refuse or end its system calls. The thread is the only one that touches files, so that the k-th
// call of a name is the same one in every run.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';
import type { Operation } from './programs/operation';

/** All calls by which the storage changes files, and those that begin and end its use of one. */
const FILE_CALLS =
  'openat,write,pwrite64,writev,pwritev,ftruncate,fchmod,fchmodat,fsync,fdatasync,close,' +
  'rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,symlink,symlinkat';

export interface Outcome {
  lines: string[];
  /** `Saved …` or `Refused …`; null when the process was killed before it said either. */
  answer: string | null;
  killed: boolean;
  calls: Call[];
}

/** One system call of the trace. */
export interface Call {
  name: string;
  /** Its number among the calls of its name, from 1: what `when=` counts. */
  nth: number;
  line: string;
}

export interface RunOptions {
  /** `rename:error=EPERM:when=1..3` and the like: see strace(1). */
  inject?: string;
  /** Trace all file calls, and give them. */
  trace?: boolean;
  /** Also the thread that talks: its lines among the calls, in order. */
  withTalk?: boolean;
  /** Kill when this word has been said. */
  killAfter?: string;
  /** A program to start Node with, such as prlimit. */
  under?: readonly string[];
}

/** Runs one operation to its end, or to the end that the options give it. */
export async function run(operation: Operation, options: RunOptions = {}): Promise<Outcome> {
  const child = startStorage(operation, options.under);
  const lines: string[] = [];
  const ended = once(child, 'close');
  const ready = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('ready ')) resolve(line.slice(6));
      if (options.killAfter && line.startsWith(options.killAfter)) child.kill('SIGKILL');
    });
    ended.then(() => reject(new Error(`the storage process did not start: ${lines}`)), reject);
  });
  const thread = await ready;
  const tracer = options.trace || options.inject ? await trace(thread, child, options) : null;
  child.stdin.write('go\n');
  if (!options.killAfter) child.stdin.end();
  const [, signal] = await ended;
  const calls = (await tracer?.calls()) ?? [];
  const answer = lines.find((line) => /^(Saved|Refused)/.test(line)) ?? null;
  return { lines, answer, killed: signal === 'SIGKILL', calls };
}

/** A storage process that waits for `go`. */
export function startStorage(
  operation: Operation,
  under: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  const [program = process.execPath, ...rest] = [
    ...under,
    process.execPath,
    join(inject('programs'), 'storage.cjs'),
    JSON.stringify(operation),
  ];
  const child = spawn(program, rest, { env: { ...process.env, UV_THREADPOOL_SIZE: '1' } });
  child.stderr.pipe(process.stderr);
  // It may be killed before it has read what it is told.
  child.stdin.on('error', () => {});
  return child;
}

interface Tracer {
  calls(): Promise<Call[]>;
}

async function trace(
  thread: string,
  child: ChildProcessWithoutNullStreams,
  { inject, withTalk }: RunOptions,
): Promise<Tracer> {
  const folder = await mkdtemp(join(tmpdir(), 'close-call-trace-'));
  const log = join(folder, 'log');
  const which = withTalk ? ['-p', thread, '-p', String(child.pid)] : ['-p', thread];
  const injected = inject ? ['-e', `inject=${inject}`] : [];
  const args = ['-y', '-e', `trace=${FILE_CALLS}`, ...injected, ...which, '-o', log];
  const tracer = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(tracer, 'close');
  const complaints: string[] = [];
  await new Promise<void>((resolve, reject) => {
    let attached = 0;
    createInterface(tracer.stderr).on('line', (line) => {
      complaints.push(line);
      if (/Process \d+ attached/.test(line)) attached += 1;
      if (attached === (withTalk ? 2 : 1)) resolve();
    });
    const failed = () => reject(new Error(`strace could not trace:\n${complaints.join('\n')}`));
    ended.then(failed, reject);
  }).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    calls: async () => {
      await ended;
      const text = await readFile(log, 'utf8');
      await rm(folder, { recursive: true });
      return callsIn(text, String(child.pid));
    },
  };
}

/**
 * The calls in the order in which they count: file work when it has ended, talk when it begins.
 * @param talker the thread that talks, where it was traced too
 */
function callsIn(log: string, talker: string): Call[] {
  const counts = new Map<string, number>();
  const begun = new Map<string, Call>();
  return log.split('\n').flatMap((whole) => {
    const [, thread = '', line = ''] = /^(?:(\d+) +)?(.*)$/.exec(whole) ?? [];
    const pending = begun.get(thread);
    if (line.startsWith('<... ') && pending) {
      begun.delete(thread);
      return [pending];
    }
    const name = /^(\w+)\(/.exec(line)?.[1];
    // The threads also wake each other, which is no file work.
    if (!name) return [];
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    if (line.includes('anon_inode:[eventfd]')) return [];
    const call = { name, nth, line };
    if (!line.endsWith('<unfinished ...>') || thread === talker) return [call];
    begun.set(thread, call);
    return [];
  });
}
