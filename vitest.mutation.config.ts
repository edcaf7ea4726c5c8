// What mutants are tried against: the tests of the record and of the storage, the quick ones first,
// and with few tries of each property, since they are run again for every mutant. Not how long
// something takes, which says nothing when the code is full of mutants, and not the long tables.
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files with properties and long tables, from the quickest to the slowest; then those with mocks. */
const SLOW = [
  ...['create', 'blocks', 'layout', 'parse-hostile', 'edit', 'sections', 'splice-property'],
  ...['broken-parsers', 'folder-watcher-faults', 'writer-worker'],
];

/** Most mutants fail a quick test: whatever else would have run is then left out. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slowness = ({ moduleId }: TestSpecification) =>
      SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return files.toSorted((a, b) => slowness(a) - slowness(b));
  }
}

export default defineConfig({
  resolve: { alias: { '@core': at('src-core'), '@main': at('src-main') } },
  test: {
    environment: 'node',
    include: ['test/core/record/**/*.test.ts', 'test/main/storage/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/core/record/{speed,rows}.test.ts'],
    env: { FUZZ: '0.02' },
    // A mutant that never ends is ended by Stryker, with its own limit.
    testTimeout: 60_000,
    // The sources are loaded once for all files of tests, which is most of what a mutant takes.
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
});
