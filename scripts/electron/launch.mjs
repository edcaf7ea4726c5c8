// @ts-check
// Promises to run a program in the foreground as if it were this process: same terminal, signals
// passed on, exit code handed back.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';

/** @type {NodeJS.Signals[]} */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code, or 128 and the signal's number as shells have it
 */
export function foreground(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of PASSED_ON) process.on(signal, pass);
    const done = () => {
      for (const signal of PASSED_ON) process.off(signal, pass);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Runs the project's own electron-vite.
 * @param {string} root the project's folder
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function electronVite(root, args, env = process.env) {
  const manifest = createRequire(path.join(root, 'package.json')).resolve(
    'electron-vite/package.json',
  );
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const script = path.join(path.dirname(manifest), bin['electron-vite']);
  return foreground(process.execPath, [script, ...args], { cwd: root, env });
}
