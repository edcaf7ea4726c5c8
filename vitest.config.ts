// One project per runtime: the pure core, the main process's services, the components.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { CLOSE_CALL_DURABILITY, CLOSE_CALL_MAIN } = process.env;
const resolve = {
  alias: {
    '@core': at('src-core'),
    // Other sources stand in where a test shows that it notices what is missing in them.
    '@main': CLOSE_CALL_MAIN ?? at('src-main'),
    '@renderer': at('src-renderer'),
  },
};

/** A busy machine fails nobody: what is waited for may take as long as it takes. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Kills, faults and full disks take minutes: only where they are asked for, one file at a time. */
const durability: TestProjectInlineConfiguration = {
  resolve,
  test: {
    name: 'durability',
    environment: 'node',
    include: ['test/durability/**/*.test.ts'],
    globalSetup: ['test/durability/build-programs.ts'],
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
};

export default defineConfig({
  test: {
    // One fewer would be the rule, which on two processors is half of what there is.
    maxWorkers: availableParallelism(),
    coverage: {
      provider: 'v8',
      include: ['src-main/storage/**', 'src-core/record/**'],
      reportsDirectory: at('test-results/coverage'),
      reporter: [['text', { skipFull: true }]],
      reportOnFailure: true,
      thresholds: { branches: 100 },
    },
    projects: [
      ...(CLOSE_CALL_DURABILITY ? [durability] : []),
      {
        resolve,
        test: {
          ...PATIENT,
          name: 'core',
          environment: 'node',
          include: ['test/core/**/*.test.ts'],
        },
      },
      {
        resolve,
        test: {
          ...PATIENT,
          name: 'main',
          environment: 'node',
          include: ['test/main/**/*.test.ts'],
        },
      },
      {
        resolve,
        plugins: [react()],
        test: {
          ...PATIENT,
          name: 'renderer',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/setup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
