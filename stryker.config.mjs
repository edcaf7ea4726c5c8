// @ts-check
// Promises that the tests of what must never fail notice when it does: every mutant of the storage
// and of the record's reading and writing is tried against them. `npm run test:mutation`.

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: ['src-main/storage/**/*.ts', 'src-core/record/**/*.ts'],
  // Stryker reads this file with TypeScript's old programming interface, which TypeScript 7 does
  // not have. Nothing here needs it: no file of this name, nothing to read.
  tsconfigFile: 'none',
  concurrency: 2,
  coverageAnalysis: 'perTest',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: 'test-results/stryker',
  thresholds: { high: 95, low: 92, break: 90 },
};
