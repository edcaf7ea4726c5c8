// @ts-check
// Promises a display to open windows on: the one that is there, or a virtual one of our own that ends
// with stop(), and with this process however it ends.
import { spawn } from 'node:child_process';
import { Problem } from './problem.mjs';
import { ensureDisplayTools } from './system.mjs';

const START_LIMIT_MS = 15_000;

/**
 * The shell starts Xvfb and then waits for the end of its input, which comes when our process ends,
 * even by SIGKILL. Descriptor 3 is where Xvfb tells its number; the shell lets go of it, so that it
 * closes if Xvfb ends early. Xvfb finds a free number by itself, also when several start at once.
 */
const KEEPER = 'Xvfb "$@" & display=$!; exec 3>&-; read -r _; kill $display; wait $display';
const XVFB_ARGS = [
  ...['-displayfd', '3'],
  ...['-screen', '0', '1600x1000x24'],
  ...['-nolisten', 'tcp'],
  // Stay as it is when the last window closes, for the next one.
  '-noreset',
];

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @returns {boolean} whether windows can be opened here as things are
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>} the environment to
 * start programs with, and the way to end the display once they have ended
 */
export async function withDisplay(env = process.env) {
  if (hasDisplay(env)) return { env: defined(env), stop: async () => {} };
  ensureDisplayTools();
  const { number, stop } = await startVirtual(env);
  // A session type left over from elsewhere would send Electron looking for Wayland.
  return { env: { ...defined(env), DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' }, stop };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ number: string, stop: () => Promise<void> }>}
 */
function startVirtual(env) {
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', ...XVFB_ARGS], {
    env,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    // Out of reach of Ctrl-C, so that the programs on it can close in their own time.
    detached: true,
  });
  const [input, , errors, numbers] = keeper.stdio;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => keeper.on('close', () => resolve()));

  return new Promise((resolve, reject) => {
    let said = '';
    let number = '';
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      input?.destroy();
      reject(new Problem(`The virtual display did not start: ${why}`));
    };
    const timer = setTimeout(() => fail('no answer from Xvfb'), START_LIMIT_MS);
    keeper.on('error', (error) => fail(error.message));
    input?.on('error', () => {});
    errors?.on('data', (data) => {
      said += data;
    });
    const endedEarly = () => fail(said.trim() || 'Xvfb ended');
    numbers?.on('end', endedEarly);
    numbers?.on('data', (data) => {
      number += data;
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      numbers.off('end', endedEarly);
      // The display alone must not keep this process running.
      keeper.unref();
      for (const stream of keeper.stdio) unref(stream);
      resolve({
        number: number.trim(),
        stop: () => {
          input?.destroy();
          keeper.ref();
          return ended;
        },
      });
    });
  });
}

/** @param {unknown} stream a pipe to a child, which Node makes as a socket without saying so */
function unref(stream) {
  if (stream && typeof stream === 'object' && 'unref' in stream) {
    if (typeof stream.unref === 'function') stream.unref();
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function defined(env) {
  /** @type {Record<string, string>} */
  const result = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined) result[name] = value;
  return result;
}
