// @ts-check
// Promises that the tests of what must never fail notice when it does: every mutant of the storage
// and of the record's reading and writing is tried against them. `npm run test:mutation`; what
// has not changed since the last run is not tried again (`npm run test:mutation -- --force` does).

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: ['src-main/storage/**/*.ts', 'src-core/record/**/*.ts'],
  // Stryker would read this file with a programming interface that TypeScript 7 does not have.
  // Nothing here needs it: no file of this name, nothing to read.
  tsconfigFile: 'none',
  // What is set up once, when a file is loaded, takes all tests for each of its mutants: tables of
  // words and patterns, which the tests of what reads them stand for.
  ignoreStatic: true,
  // A busy machine is no reason to take a mutant for one that never ends.
  timeoutMS: 30_000,
  concurrency: 2,
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: '.cache/stryker',
  thresholds: { high: 95, low: 92, break: 90 },
};
