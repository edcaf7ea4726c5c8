// What mutants are tried against: the tests of the record and of the storage, with few tries of
// each property, since they are run again for every mutant.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@core': at('src-core'), '@main': at('src-main') } },
  test: {
    environment: 'node',
    include: ['test/core/record/**/*.test.ts', 'test/main/storage/**/*.test.ts'],
    env: { FUZZ: '0.1' },
  },
});
