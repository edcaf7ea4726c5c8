// @ts-check
// Promises everything `npm test` stands for: types, lint, dead code, unit tests, the short form of
// the durability tests and the real app, each step run even when an earlier one failed, and a last
// line `N passed, N failed`.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { foreground } from './electron/launch.mjs';
import { run, say } from './electron/problem.mjs';
import { ROOT } from './electron/ready.mjs';
import { failedSpecs, failedUnits } from './failures.mjs';

const RESULTS = path.join(ROOT, 'test-results');

/**
 * @typedef {{ passed: number, failed: number, names?: string[] }} Tally
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {() => Tally} [tally]
 * @property {string} [only] the platform it can be run on
 */

/** What these hold alone reaches every branch; to count branches in all tests takes twice as long. */
const COVERED = ['test/core/record', 'test/main/storage'];

/** @type {Step[]} */
const STEPS = [
  { name: 'Types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'Lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '.'] },
  { name: 'Dead code', command: ['node_modules/knip/bin/knip.js'] },
  units(
    'Unit tests',
    'unit.json',
    COVERED.flatMap((folder) => ['--exclude', `${folder}/**`]),
  ),
  units('Unit tests of record and storage, every branch', 'covered.json', [
    '--coverage',
    ...COVERED,
  ]),
  {
    name: 'Durability, short form',
    command: ['scripts/durability.mjs', '--short'],
    tally: () => unitTally('durability.json'),
    only: 'linux',
  },
  {
    name: 'End to end, in a real Electron',
    command: ['scripts/e2e.mjs'],
    tally: () => {
      const results = readResults('e2e.json');
      const { expected, unexpected, flaky } = results.stats;
      return { passed: expected, failed: unexpected + flaky, names: failedSpecs(results) };
    },
  },
  kills('200 kills of the real app', 'app-kills.json', ['--trials', '200']),
  kills('10 kills of the real app while writes are slow', 'slow-kills.json', [
    ...['--trials', '10'],
    '--slow-writes',
  ]),
];

/**
 * @param {string} name
 * @param {string} file
 * @param {string[]} args
 * @returns {Step}
 */
function units(name, file, args) {
  const report = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(RESULTS, file)}`,
  ];
  return {
    name,
    command: ['node_modules/vitest/vitest.mjs', 'run', ...report, ...args],
    tally: () => unitTally(file),
  };
}

/**
 * @param {string} name
 * @param {string} file
 * @param {string[]} args
 * @returns {Step}
 */
function kills(name, file, args) {
  return {
    name,
    command: ['scripts/app-kills.mjs', ...args, '--json', path.join(RESULTS, file)],
    tally: () => readResults(file),
  };
}

/** @param {string} file @returns {Tally} */
function unitTally(file) {
  const results = readResults(file);
  const { numPassedTests, numFailedTests } = results;
  return { passed: numPassedTests, failed: numFailedTests, names: failedUnits(results) };
}

/** @param {string} file */
function readResults(file) {
  return JSON.parse(readFileSync(path.join(RESULTS, file), 'utf8'));
}

/**
 * @param {Step} step
 * @returns {Promise<Tally>}
 */
async function runStep(step) {
  say(`\n── ${step.name}`);
  if (step.only && step.only !== process.platform) {
    say(`Not run: it needs ${step.only}.`);
    return { passed: 0, failed: 0 };
  }
  const code = await foreground(process.execPath, step.command, { cwd: ROOT, env: process.env });
  if (!step.tally) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const tally = step.tally();
    // A runner can fail without a failed test: a file that does not load, an unhandled error.
    return { ...tally, failed: code === 0 ? tally.failed : Math.max(tally.failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

await run(async () => {
  rmSync(RESULTS, { recursive: true, force: true });
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const failures = [];
  for (const step of STEPS) {
    const { passed, failed, names = [] } = await runStep(step);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failures.push(`${step.name}: ${failed} failed`, ...names.map((n) => `  ${n}`));
  }
  // Once more at the end, which is all that some people see.
  if (failures.length > 0) say(`\n${failures.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});
