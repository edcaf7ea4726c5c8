// The real app, started as a process group of its own and driven over Chromium's debugging pipe:
// it takes real key presses, says what its page shows, and can be killed whole at any moment.
// Speaking to the pipe directly starts the app in half the time that a test runner takes.

import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { mustSkipSandbox, ROOT } from '../../scripts/electron/ready.mjs';

export interface Launch {
  executable: string;
  env: NodeJS.ProcessEnv;
  profile: string;
  library: string;
  /** A program to run the app under, with its arguments; none as a rule. */
  under?: readonly string[];
}

interface Message {
  id?: number;
  method?: string;
  params?: { sessionId?: string; name?: string; payload?: string };
  result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
  error?: { message: string };
}

/** The app has ended, or was killed: whatever was asked of it has no answer any more. */
export class Ended extends Error {}

/** The process groups that are alive: they do not outlive this process. */
const alive = new Set<number>();
process.once('exit', () => {
  for (const pid of alive) signal(-pid);
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => process.exit(1));

const END = '\0';
const START_LIMIT = 30_000;
const LOOK_AGAIN = 10;
/** Bits of the debugging protocol. */
const CONTROL = 2;

export class DrivenApp {
  readonly #child: ChildProcess;
  readonly #to: Writable;
  readonly #asked = new Map<number, (message: Message) => void>();
  readonly #told: (payload: string) => void;
  readonly #ended: Promise<never>;
  readonly #gone: Promise<void>;
  #page = '';
  #last = 0;
  #rest = '';

  /**
   * Starts the app; resolves when its page can be asked.
   * @param told is given whatever the page hands to `window.tell(text)`
   */
  static async start(launch: Launch, told: (payload: string) => void): Promise<DrivenApp> {
    const app = new DrivenApp(launch, told);
    try {
      await app.#attach();
      return app;
    } catch (error) {
      await app.kill();
      throw error;
    }
  }

  private constructor(
    { executable, env, profile, library, under = [] }: Launch,
    told: (payload: string) => void,
  ) {
    const [program = executable, ...before] = [...under, executable];
    const sandbox = mustSkipSandbox() ? ['--no-sandbox'] : [];
    const own = [`--user-data-dir=${profile}`, '--remote-debugging-pipe', '--library', library];
    this.#child = spawn(program, [...before, '.', ...sandbox, ...own], {
      cwd: ROOT,
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const { pid } = this.#child;
    if (pid !== undefined) alive.add(pid);
    this.#to = this.#child.stdio[3] as Writable;
    this.#to.on('error', () => {});
    this.#told = told;
    (this.#child.stdio[4] as Readable).on('data', (data) => this.#read(String(data)));
    this.#gone = new Promise((resolve) => this.#child.once('exit', () => resolve()));
    this.#ended = new Promise((_, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', () => reject(new Ended('The app has ended.')));
    });
    this.#ended.catch(() => {});
  }

  /** The value of an expression in the page; a promise is waited for. */
  async evaluate(expression: string): Promise<unknown> {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, error } = await this.#ask('Runtime.evaluate', asked);
    const failed = error?.message ?? result?.exceptionDetails?.text;
    if (failed !== undefined) throw new Error(failed);
    return result?.result?.value;
  }

  /** Resolves with the expression's value as soon as that is true of something. */
  async until(expression: string): Promise<unknown> {
    const limit = Date.now() + START_LIMIT;
    while (Date.now() < limit) {
      // A page that is still being loaded loses what it was asked.
      const value = await this.evaluate(expression).catch((error) => {
        if (error instanceof Ended) throw error;
        return null;
      });
      if (value) return value;
      await delay(LOOK_AGAIN);
    }
    throw new Error(`The page never came to: ${expression}`);
  }

  /** Types one letter, digit or space; resolves when the page has dealt with the key. */
  async press(letter: string): Promise<void> {
    const key = { key: letter, text: letter, windowsVirtualKeyCode: keyCode(letter) };
    await this.#ask('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    void this.#ask('Input.dispatchKeyEvent', { type: 'keyUp', ...key }).catch(() => {});
  }

  /** Presses a key together with Ctrl. */
  async control(key: 's' | 'End'): Promise<void> {
    const code = key === 'End' ? 35 : keyCode(key);
    const pressed = { key, modifiers: CONTROL, windowsVirtualKeyCode: code };
    await this.#ask('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...pressed });
    void this.#ask('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed }).catch(() => {});
  }

  /** Sends SIGKILL to all of the app's processes at once; gives when. */
  killNow(): number {
    const { pid } = this.#child;
    const at = performance.now();
    if (pid !== undefined && alive.delete(pid)) signal(-pid);
    return at;
  }

  /** Kills the app, and resolves when its main process, which does all the writing, is gone. */
  async kill(): Promise<void> {
    if (this.#child.pid === undefined) return;
    this.killNow();
    await this.#gone;
  }

  async #attach(): Promise<void> {
    const attached = new Promise<string>((resolve) => {
      this.#attached = resolve;
    });
    void this.#ask('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: true,
    }).catch(() => {});
    this.#page = await Promise.race([attached, this.#ended, tooLate()]);
    await this.#ask('Runtime.enable', {});
    await this.#ask('Runtime.addBinding', { name: 'tell' });
  }

  #attached: (session: string) => void = () => {};

  #ask(method: string, params: object): Promise<Message> {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<Message>((resolve) => this.#asked.set(id, resolve));
    const session = this.#page === '' ? {} : { sessionId: this.#page };
    this.#to.write(JSON.stringify({ id, method, params, ...session }) + END);
    return Promise.race([answer, this.#ended]);
  }

  #read(data: string): void {
    const parts = (this.#rest + data).split(END);
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#take(JSON.parse(part));
  }

  #take({ id, method, params, ...answer }: Message): void {
    if (id !== undefined) {
      this.#asked.get(id)?.(answer);
      this.#asked.delete(id);
    } else if (method === 'Target.attachedToTarget') this.#attached(params?.sessionId ?? '');
    else if (method === 'Runtime.bindingCalled') this.#told(params?.payload ?? '');
  }
}

function keyCode(letter: string): number {
  return letter.toUpperCase().charCodeAt(0);
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function tooLate(): Promise<never> {
  await delay(START_LIMIT, undefined, { ref: false });
  throw new Error('The app opened no page.');
}
