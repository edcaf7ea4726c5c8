// @ts-check
// Promises that the tests of what must never fail notice when it does: every mutant of the storage
// and of the record's reading and writing is tried against them. `npm run test:mutation`.

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: ['src-main/storage/**/*.ts', 'src-core/record/**/*.ts'],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: 'test-results/stryker',
  thresholds: { high: 95, low: 92, break: 90 },
};
