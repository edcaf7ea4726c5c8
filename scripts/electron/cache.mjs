// @ts-check
// Promises the one folder that our scripts keep things in between runs, and a note in it of the last
// time the official Electron could not be downloaded, so that not every start waits for that again.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** How long a failed download is taken as still failing. */
const STILL_FAILING_MS = 24 * 60 * 60 * 1000;

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheFolder(env) {
  if (env.CLOSE_CALL_CACHE) return path.resolve(env.CLOSE_CALL_CACHE);
  // The XDG rules say that a relative path there is to be ignored.
  const given = env.XDG_CACHE_HOME ?? '';
  return path.join(path.isAbsolute(given) ? given : path.join(homedir(), '.cache'), 'close-call');
}

/** @param {string} cache */
const noteIn = (cache) => path.join(cache, 'electron-download-failed.json');

/**
 * The note only saves time, so a cache that cannot be written to is no reason to stop.
 * @param {string} cache
 * @param {string} version the official version that could not be downloaded
 * @param {number} now
 */
export async function noteFailure(cache, version, now) {
  try {
    await mkdir(cache, { recursive: true });
    await writeFile(noteIn(cache), `${JSON.stringify({ version, time: now })}\n`);
  } catch {
    // The next start tries again.
  }
}

/** @param {string} cache */
export async function forgetFailure(cache) {
  try {
    await rm(noteIn(cache), { force: true });
  } catch {
    // It loses its meaning by itself in a day.
  }
}

/**
 * Whether this version's download failed so lately that trying again is not worth the wait.
 * @param {string} cache
 * @param {string} version
 * @param {number} now
 * @returns {Promise<boolean>}
 */
export async function failedLately(cache, version, now) {
  try {
    const note = JSON.parse(await readFile(noteIn(cache), 'utf8'));
    const age = now - note.time;
    return note.version === version && age >= 0 && age < STILL_FAILING_MS;
  } catch {
    return false;
  }
}
