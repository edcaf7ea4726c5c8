// @ts-check
// Promises that out/ holds a build of the sources as they are now, and builds only if it does not.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { electronVite } from './launch.mjs';
import { Problem } from './problem.mjs';

/** What a build holds when it is whole. */
const PARTS = ['main', 'preload', 'renderer'];

/** @param {string} root the project's folder */
export async function ensureBuilt(root) {
  if (isBuilt(root)) return;
  const code = await electronVite(root, ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Problem('The app could not be built; see above.');
}

/**
 * Whether every built file is at least as new as every source. Each build writes all its files anew,
 * so the oldest one tells when it was made.
 * @param {string} root
 * @returns {boolean}
 */
function isBuilt(root) {
  const out = path.join(root, 'out');
  const parts = PARTS.map((part) => times(path.join(out, part), false));
  if (parts.some((files) => files.length === 0)) return false;
  const sources = readdirSync(root)
    .filter((name) => name.startsWith('src-'))
    .concat('resources', 'electron.vite.config.ts', 'package.json')
    .flatMap((name) => times(path.join(root, name), true));
  return Math.min(...parts.flat()) >= Math.max(...sources);
}

/**
 * When the files at a place were last changed; with `folders`, also when files came or went.
 * @param {string} place
 * @param {boolean} folders
 * @returns {number[]}
 */
function times(place, folders) {
  if (!existsSync(place)) return [];
  const info = statSync(place);
  if (!info.isDirectory()) return [info.mtimeMs];
  const inside = readdirSync(place).flatMap((name) => times(path.join(place, name), folders));
  return folders ? [info.mtimeMs, ...inside] : inside;
}
