// End to end: the built app in a real Electron, a worker for each display, a fresh library and
// profile per test.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: process.env.CLOSE_CALL_DISPLAYS?.split(' ').length ?? 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
