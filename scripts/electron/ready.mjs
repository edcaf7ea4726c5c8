// @ts-check
// Promises all that opening the app's window from source takes, or stops with what is missing. Asks
// for the display first: it costs nothing, and an Electron may be a large download.
import { fileURLToPath } from 'node:url';
import { hasDisplay } from './display.mjs';
import { Problem } from './problem.mjs';
import { resolveElectron } from './runtime.mjs';
import { ensureLibraries } from './system.mjs';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @returns {Promise<import('./runtime.mjs').Electron>} */
export async function electronForWindows() {
  if (!hasDisplay()) {
    throw new Problem(
      'There is no display here, so the app has no place to open its window. ' +
        'Run `npm run demo` instead: it brings a display of its own.',
    );
  }
  const electron = await resolveElectron();
  ensureLibraries(electron.executable);
  return electron;
}

/** @returns {boolean} whether Chromium's sandbox has to be off: it refuses to run as root */
export function mustSkipSandbox() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** @returns {NodeJS.ProcessEnv} ours, less a setting of some editors that makes Electron a plain Node */
export function electronEnv() {
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}
