// @ts-check
// Promises the Electron that the `electron` npm package stands for: where it is if it is there in
// full, and one try, limited in time, at downloading it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem } from './problem.mjs';

/** Long enough for a slow line; a line that is cut is noticed at once and needs no limit. */
const DOWNLOAD_LIMIT_MS = 5 * 60 * 1000;

/** @returns {string} the folder of the `electron` npm package */
export function packageFolder() {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    throw new Problem('The electron package is not installed. Run `npm ci` first.');
  }
}

/**
 * @param {string} folder
 * @returns {string}
 */
export function packageVersion(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}

/**
 * @param {string} dist
 * @returns {string | undefined} what the folder of an Electron says about itself
 */
export function distVersion(dist) {
  return readIfThere(path.join(dist, 'version'))?.replace(/^v/, '');
}

/**
 * The package's own binary, if it is whole: the package writes path.txt after everything else.
 * @param {string} folder
 * @returns {{ dist: string, executable: string, version: string } | undefined}
 */
export function findInstalled(folder) {
  const dist = path.join(folder, 'dist');
  const inside = readIfThere(path.join(folder, 'path.txt'));
  const version = distVersion(dist);
  if (!inside || version === undefined || version !== packageVersion(folder)) return undefined;
  const executable = path.join(dist, inside);
  return existsSync(executable) ? { dist, executable, version } : undefined;
}

/**
 * Lets the package download its binary, once.
 * @param {string} folder
 * @param {number} [limit] milliseconds
 * @returns {Promise<string | undefined>} why it failed, in a few words; nothing if it is there now
 */
export function downloadOfficial(folder, limit = DOWNLOAD_LIMIT_MS) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(folder, 'install.js')], {
      cwd: folder,
      // Its stdout would mix with a path that a caller prints.
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      errors += text;
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(undefined);
      else if (signal) resolve(`no end after ${Math.round(limit / 1000)} seconds`);
      else resolve(firstLine(errors) || `exit code ${code}`);
    });
  });
}

/**
 * @param {string} stack
 * @returns {string | undefined} an error's message, out of its stack
 */
function firstLine(stack) {
  return stack
    .trim()
    .split('\n')[0]
    ?.replace(/^\w*Error: /, '');
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
