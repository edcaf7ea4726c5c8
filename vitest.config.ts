// One project per runtime: the pure core, the main process's services, the components.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const resolve = {
  alias: { '@core': at('src-core'), '@main': at('src-main'), '@renderer': at('src-renderer') },
};

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['src-main/storage/**', 'src-core/record/**'],
      reportsDirectory: at('test-results/coverage'),
      reporter: [['text', { skipFull: true }]],
      reportOnFailure: true,
      thresholds: { branches: 100 },
    },
    projects: [
      {
        resolve,
        test: { name: 'core', environment: 'node', include: ['test/core/**/*.test.ts'] },
      },
      {
        resolve,
        test: { name: 'main', environment: 'node', include: ['test/main/**/*.test.ts'] },
      },
      {
        resolve,
        plugins: [react()],
        test: {
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
