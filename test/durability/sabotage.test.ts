// Each guard of the storage is taken out of a copy of the sources, one at a time: at least one test
// must fail then, or nothing would notice if the guard were lost.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { eachOf, report } from './report';
import { PATIENCE } from './sizes';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WRITER = 'storage/durable-writer.ts';

interface Sabotage {
  guard: string;
  file: string;
  /** The text that is the guard; there must be exactly one of it. */
  text: string;
  instead: string;
}

const SABOTAGES: Sabotage[] = [
  { guard: 'the data fsync', file: WRITER, text: 'await file.sync();', instead: '' },
  {
    guard: 'the folder fsync',
    file: WRITER,
    text: 'await syncFolder(fs, dirname(target));',
    instead: '',
  },
  {
    guard: 'the size check',
    file: WRITER,
    text: 'if (size !== bytes.length) throw keptFewer();',
    instead: '',
  },
  {
    guard: 'the hash check',
    file: WRITER,
    text: 'if ((await hashOfFile(fs, target)) !== basedOn) throw changedOutside();',
    instead: '',
  },
  {
    guard: 'the read-back check',
    file: WRITER,
    text: 'if ((await hashOfFile(fs, target)) !== hash) {',
    instead: 'if (false) {',
  },
  {
    guard: 'the fsync of the journal',
    file: 'storage/journal.ts',
    text: 'await file.sync();',
    instead: '',
  },
  {
    guard: 'the fsync of the new name in a move',
    file: 'storage/move.ts',
    text: 'await syncFolder(fs, dirname(to));\n      await fs.unlink(from);',
    instead: 'await fs.unlink(from);',
  },
];

/** The quick ones of the tests that stand for these guards. */
const TESTS = [
  'test/main/storage/durable-writer.test.ts',
  'test/durability/call-order.test.ts',
  'test/durability/unseen-change.test.ts',
];

/** Runs the tests on a copy of the sources, sabotaged or not; gives the names of those that fail. */
async function failuresOf(sabotage: Sabotage | null): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'close-call-sabotage-'));
  try {
    const sources = join(folder, 'src-main');
    // The settings of the type checker point to their place in the project.
    const filter = (path: string) => !path.endsWith('tsconfig.json');
    await cp(join(ROOT, 'src-main'), sources, { recursive: true, filter });
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    if (sabotage) await takeOut(sabotage, sources);
    return await failedTests(sources, join(folder, 'results.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function takeOut({ guard, file, text, instead }: Sabotage, sources: string): Promise<void> {
  const path = join(sources, file);
  const parts = (await readFile(path, 'utf8')).split(text);
  if (parts.length !== 2) {
    throw new Error(
      `${guard}: its text is in ${file} ${parts.length - 1} times, not once: ${text}`,
    );
  }
  await writeFile(path, parts.join(instead));
}

interface Results {
  numTotalTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; title: string }[];
  }[];
}

async function failedTests(sources: string, results: string): Promise<string[]> {
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const args = [program, 'run', ...TESTS, '--reporter=json', `--outputFile.json=${results}`];
  const { CLOSE_CALL_FIGURES: _, ...env } = process.env;
  await new Promise<void>((resolve) => {
    const own = { CLOSE_CALL_DURABILITY: 'short', CLOSE_CALL_MAIN: sources };
    execFile(process.execPath, args, { cwd: ROOT, env: { ...env, ...own } }, () => resolve());
  });
  const { testResults, numTotalTests }: Results = JSON.parse(await readFile(results, 'utf8'));
  const unloaded = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  // A test that cannot even start has noticed nothing.
  if (testResults.length !== TESTS.length || unloaded.length > 0 || numTotalTests === 0) {
    throw new Error(`the tests did not run: ${unloaded.map(({ message }) => message)}`);
  }
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => title),
  );
}

test(
  'row 19: each guard that is taken out makes a test fail',
  async () => {
    const unnoticed: string[] = [];
    await eachOf([null, ...SABOTAGES], 2, async (sabotage) => {
      const failures = await failuresOf(sabotage);
      if (sabotage === null) expect(failures, 'with all guards in place').toEqual([]);
      else if (failures.length === 0) unnoticed.push(sabotage.guard);
      else console.log(`  without ${sabotage.guard}: ${failures.length} failed, “${failures[0]}”`);
    });
    const noticed = SABOTAGES.length - unnoticed.length;
    report(`row 19: ${noticed} of ${SABOTAGES.length} sabotages noticed`);
    expect(unnoticed).toEqual([]);
  },
  PATIENCE,
);
