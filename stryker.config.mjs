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
