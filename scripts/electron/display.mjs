// @ts-check
// Promises a display to open windows on: the one that is there, or a virtual one of our own that ends
// with stop(), and with this process however it ends. Or two displays side by side, the second of
// which can be unplugged and plugged in again.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { ensureDisplayTools, ensureDummyDriver, ensureTools } from './system.mjs';

const START_LIMIT_MS = 15_000;

/**
 * The shell starts the X server and then waits for the end of its input, which comes when our process
 * ends, even by SIGKILL. Descriptor 3 is where the server tells its number; the shell lets go of it,
 * so that it closes if the server ends early. It finds a free number by itself, also when several
 * start at once.
 */
const KEEPER = '"$@" & display=$!; exec 3>&-; read -r _; kill $display; wait $display';
const XVFB_ARGS = [
  ...['-displayfd', '3'],
  ...['-nolisten', 'tcp'],
  // Stay as it is when the last window closes, for the next one.
  '-noreset',
];
const SIZE = '1600x1000';

/** Memory for two displays of up to 4K, and rates at which a display that is none shows anything. */
const DUMMY_CONFIG = `
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 2160
  EndSubSection
EndSection
`;
const XORG_ARGS = ['-noreset', '-novtswitch', '-sharevts', 'vt7', '-nolisten', 'tcp'];
/** As `cvt` gives it. */
const SECOND_MODE = '74.25 1280 1390 1430 1650 720 725 730 750'.split(' ');
const TOOLS = {
  Xorg: 'xserver-xorg-core',
  xrandr: 'x11-xserver-utils',
};

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
 * @param {string} [size] of a display of our own, in pixels: "1600x1000"
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>} the environment to
 * start programs with, and the way to end the display once they have ended
 */
export async function withDisplay(env = process.env, size = SIZE) {
  if (hasDisplay(env)) return { env: defined(env), stop: async () => {} };
  ensureDisplayTools();
  const { number, stop } = await startVirtual(
    'Xvfb',
    [...XVFB_ARGS, '-screen', '0', `${size}x24`],
    env,
  );
  // A session type left over from elsewhere would send Electron looking for Wayland.
  return { env: { ...defined(env), DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' }, stop };
}

/**
 * Two displays: 1920 × 1080, and to its right 1280 × 720. Only on Linux, and as root, for which the
 * X server reads a configuration of ours.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ env: Record<string, string>, plug: () => void, unplug: () => void, stop: () => Promise<void> }>}
 */
export async function withTwoDisplays(env = process.env) {
  ensureTools(TOOLS, { env });
  ensureDummyDriver();
  const folder = mkdtempSync(path.join(tmpdir(), 'close-call-display-'));
  const config = path.join(folder, 'xorg.conf');
  writeFileSync(config, DUMMY_CONFIG);
  const args = [...XORG_ARGS, '-config', config, '-logfile', path.join(folder, 'xorg.log')];
  const { number, stop } = await startVirtual('Xorg', ['-displayfd', '3', ...args], env);
  const own = { ...defined(env), DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11' };
  const xrandr = (/** @type {string[]} */ ...rest) => {
    execFileSync('xrandr', rest, { env: own });
    // Only a look at the outputs makes the server see that one has been plugged or unplugged.
    execFileSync('xrandr', [], { env: own });
  };
  const plug = () => void xrandr('--output', 'DUMMY1', '--mode', 'second', '--pos', '1920x0');
  xrandr('--newmode', 'second', ...SECOND_MODE);
  xrandr('--addmode', 'DUMMY1', 'second');
  xrandr('--output', 'DUMMY0', '--mode', '1920x1080', '--pos', '0x0');
  plug();
  return {
    env: own,
    plug,
    unplug: () => void xrandr('--output', 'DUMMY1', '--off'),
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param {string} server
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ number: string, stop: () => Promise<void> }>}
 */
function startVirtual(server, args, env) {
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', server, ...args], {
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
    const timer = setTimeout(() => fail(`no answer from ${server}`), START_LIMIT_MS);
    keeper.on('error', (error) => fail(error.message));
    input?.on('error', () => {});
    errors?.on('data', (data) => {
      said += data;
    });
    const endedEarly = () => fail(said.trim() || `${server} ended`);
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
