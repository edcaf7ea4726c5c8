// What mutants are tried against: the tests of the record and of the storage, with few tries of
// each property, since they are run again for every mutant. Not how long something takes, which
// says nothing when the code is full of mutants, and not the long tables.
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@core': at('src-core'), '@main': at('src-main') } },
  test: {
    environment: 'node',
    include: ['test/core/record/**/*.test.ts', 'test/main/storage/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/core/record/{speed,rows}.test.ts'],
    env: { FUZZ: '0.02' },
  },
});
