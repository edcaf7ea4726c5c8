// Starts a storage process, with a tracer on its file threads where a test wants to count, order,
// refuse or end its system calls. Only the writer's thread and one other touch files, so that the
// k-th call of a name in either is the same one in every run.

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

/** The writer's own thread, and the one for all other work on files. */
type FileThread = 'writer' | 'files';

/** One system call of the trace. */
export interface Call {
  name: string;
  thread: FileThread | 'talk';
  /** Its number among the calls of its name in its thread, from 1: what `when=` counts. */
  nth: number;
  line: string;
}

export interface RunOptions {
  /** `rename:error=EPERM:when=1..3` and the like: see strace(1). */
  inject?: string;
  /** The only thread to trace, and so to inject into; both if nothing is said. */
  thread?: Call['thread'];
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
  const ready = new Promise<string[]>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('ready ')) resolve(line.split(' ').slice(1));
      if (options.killAfter && line.startsWith(options.killAfter)) child.kill('SIGKILL');
    });
    ended.then(() => reject(new Error(`the storage process did not start: ${lines}`)), reject);
  });
  const [files = '', writer = ''] = await ready;
  const threads: Threads = [
    ['files', files],
    ['writer', writer],
    ['talk', String(child.pid)],
  ];
  const tracer = options.trace || options.inject ? await trace(threads, child, options) : null;
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

/** What is traced, each with its number in the system. */
type Threads = [Call['thread'], string][];

interface Tracer {
  calls(): Promise<Call[]>;
}

async function trace(
  threads: Threads,
  child: ChildProcessWithoutNullStreams,
  { inject, thread, withTalk }: RunOptions,
): Promise<Tracer> {
  const folder = await mkdtemp(join(tmpdir(), 'close-call-trace-'));
  const log = join(folder, 'log');
  const traced = threads.filter(
    ([name]) => (withTalk || name !== 'talk') && (thread === undefined || name === thread),
  );
  const which = traced.flatMap(([, number]) => ['-p', number]);
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
      if (attached === traced.length) resolve();
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
      return callsIn(text, traced);
    },
  };
}

/**
 * The calls in the order in which they count: file work when it has ended, talk when it begins.
 * @param threads what was traced, with its numbers; of one thread alone the log gives none
 */
function callsIn(log: string, threads: Threads): Call[] {
  const counts = new Map<string, number>();
  const begun = new Map<string, Call>();
  return log.split('\n').flatMap((whole) => {
    const [, number, line = ''] = /^(?:(\d+) +)?(.*)$/.exec(whole) ?? [];
    const [thread] = threads.find(([, its]) => number === undefined || its === number) ?? [];
    if (thread === undefined) return [];
    const pending = begun.get(thread);
    if (line.startsWith('<... ') && pending) {
      begun.delete(thread);
      return [pending];
    }
    const name = /^(\w+)\(/.exec(line)?.[1];
    if (!name) return [];
    const nth = (counts.get(`${thread} ${name}`) ?? 0) + 1;
    counts.set(`${thread} ${name}`, nth);
    // The threads also wake each other, which is no file work.
    if (line.includes('anon_inode:[eventfd]')) return [];
    const call = { name, thread, nth, line };
    if (!line.endsWith('<unfinished ...>') || thread === 'talk') return [call];
    begun.set(thread, call);
    return [];
  });
}
