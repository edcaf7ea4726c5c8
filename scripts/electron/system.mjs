// @ts-check
// Promises that what Electron needs from a Linux system is there: its libraries, and a virtual display
// for machines without one. Installs it where that is ours to do (root, with apt-get), and otherwise
// stops with the command to run.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { Problem, say } from './problem.mjs';

/** Debian's names; newer Debians and Ubuntus call some of them NAMEt64. */
const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libxtst6',
];
const DISPLAY_TOOLS = ['xvfb', 'xauth'];

/**
 * @typedef {object} Outside everything that comes from outside, so that a test can stand in for it
 * @property {string} platform
 * @property {boolean} root
 * @property {NodeJS.ProcessEnv} env
 * @property {(program: string, args: string[]) => { status: number | null, output: string }} run
 * @property {(program: string) => boolean} has whether a program can be found
 * @property {(line: string) => void} say
 */

/**
 * Sees to the libraries that the executable is linked with.
 * @param {string} executable
 * @param {Partial<Outside>} [standIns]
 */
export function ensureLibraries(executable, standIns) {
  const outside = real(standIns);
  if (outside.platform !== 'linux' || !outside.has('ldd')) return;
  const missing = missingLibraries(executable, outside);
  if (missing.length === 0) return;
  const what = `system libraries that Electron needs (${missing.join(', ')})`;
  install(LIBRARIES, what, outside);
  const still = missingLibraries(executable, outside);
  if (still.length > 0) {
    throw new Problem(`Electron still misses system libraries: ${still.join(', ')}.`);
  }
}

/**
 * Sees to the virtual display.
 * @param {Partial<Outside>} [standIns]
 */
export function ensureDisplayTools(standIns) {
  const outside = real(standIns);
  if (outside.platform !== 'linux') return;
  if (outside.has('Xvfb') && outside.has('xauth')) return;
  install(DISPLAY_TOOLS, 'a virtual display (Xvfb)', outside);
}

const DUMMY_DRIVERS = [
  '/usr/lib/xorg/modules/drivers/dummy_drv.so',
  '/usr/lib64/xorg/modules/drivers/dummy_drv.so',
];

/**
 * Sees to the driver of displays that are none, for Xorg.
 * @param {Partial<Outside>} [standIns]
 */
export function ensureDummyDriver(standIns) {
  if (DUMMY_DRIVERS.some((file) => existsSync(file))) return;
  install(['xserver-xorg-video-dummy'], 'the dummy display driver of Xorg', real(standIns));
}

/**
 * Sees to programs that tests use.
 * @param {Record<string, string>} programs each with Debian's name of its package
 * @param {Partial<Outside>} [standIns]
 */
export function ensureTools(programs, standIns) {
  const outside = real(standIns);
  const missing = Object.entries(programs).filter(([program]) => !outside.has(program));
  if (missing.length === 0) return;
  const names = missing.map(([program]) => program).join(', ');
  install([...new Set(missing.map(([, name]) => name))], names, outside);
}

/**
 * @param {Partial<Outside>} [standIns]
 * @returns {Outside}
 */
function real(standIns) {
  const env = standIns?.env ?? process.env;
  return {
    platform: process.platform,
    root: process.getuid?.() === 0,
    env,
    run: runQuietly,
    has: (program) => isOnPath(program, env),
    say,
    ...standIns,
  };
}

/**
 * @param {string} executable
 * @param {Outside} outside
 * @returns {string[]}
 */
function missingLibraries(executable, outside) {
  const { output } = outside.run('ldd', [executable]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/**
 * @param {string[]} packages
 * @param {string} what what is missing, for a person
 * @param {Outside} outside
 */
function install(packages, what, outside) {
  if (!outside.has('apt-get')) {
    throw new Problem(
      `This machine lacks ${what}.\nInstall what your system calls: ${packages.join(' ')}`,
    );
  }
  if (!outside.root) {
    const names = packages.map((name) => nameHere(name, outside)).join(' ');
    throw new Problem(
      `This machine lacks ${what}. Install it with:\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
  }
  outside.say(`Installing ${what}.`);
  updateLists(outside);
  const names = packages.map((name) => nameHere(name, outside));
  const { status, output } = apt(['install', '--no-install-recommends', ...names], outside);
  if (status !== 0) {
    throw new Problem(`Installing ${names.join(' ')} failed:\n${output.trim()}`);
  }
}

let updated = false;

/** @param {Outside} outside */
function updateLists(outside) {
  if (updated) return;
  updated = true;
  // Not fatal: the lists that are there may do, and if not, the installation tells why.
  apt(['update'], outside);
}

/**
 * @param {string[]} args
 * @param {Outside} outside
 */
function apt(args, outside) {
  // Another installation may be under way, which is worth waiting for.
  return outside.run('apt-get', ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args]);
}

/**
 * The name that a package has on this release.
 * @param {string} name
 * @param {Outside} outside
 * @returns {string}
 */
function nameHere(name, outside) {
  const newer = `${name}t64`;
  return !canInstall(name, outside) && canInstall(newer, outside) ? newer : name;
}

/**
 * @param {string} name
 * @param {Outside} outside
 */
function canInstall(name, outside) {
  return /^\s+Candidate: (?!\(none\))/m.test(outside.run('apt-cache', ['policy', name]).output);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function runQuietly(program, args) {
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, output: `${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}` };
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
function isOnPath(program, env) {
  return (env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
