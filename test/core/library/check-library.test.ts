// Proves that opening and saving changes no byte of any Markdown file, ours or not, and that the
// check which says so would notice if it did.

import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkLibrary, summaryOf } from '../../../scripts/check-library';
import { SAMPLE_LIBRARY } from '../../fixtures/sample-records';

const FOREIGN = path.join(import.meta.dirname, '..', '..', 'fixtures', 'foreign-markdown');
const ROOT = path.join(import.meta.dirname, '..', '..', '..');

const edits = vi.hoisted(() => ({ damage: '' }));
vi.mock('@core/record/edit', async (original) => {
  const real = await original<typeof import('@core/record/edit')>();
  const applyEdit: typeof real.applyEdit = (text, edit) =>
    real.applyEdit(text, edit) + edits.damage;
  return { ...real, applyEdit };
});

let folder = '';
beforeEach(async () => {
  edits.damage = '';
  folder = await mkdtemp(path.join(tmpdir(), 'close-call-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('open and save', () => {
  it('changes no byte of the sample library', async () => {
    const check = await checkLibrary(SAMPLE_LIBRARY);
    expect(check.changed).toEqual([]);
    expect(summaryOf(check)).toBe(
      '25 files: 24 records, 0 need attention, 1 others; 25 byte-identical after open and save',
    );
  });

  it('changes no byte of foreign Markdown', async () => {
    const check = await checkLibrary(FOREIGN);
    expect(check.changed).toEqual([]);
    expect(summaryOf(check)).toBe(
      '42 files: 8 records, 10 need attention, 24 others; 42 byte-identical after open and save',
    );
    expect(check.lines).toContain('record  records/01-unknown-keys.md');
    expect(check.lines).toContain('not a record  01-jekyll.md');
    expect(check.lines).toContain(
      'needs attention  19-duplicate-keys.md:3  The front matter says “title” twice',
    );
    expect(check.lines).toContain(
      'needs attention  22-latin-1.md:1  The file is not UTF-8 text; the app never writes it, so its bytes stay',
    );
    expect(check.lines).toEqual(check.lines.toSorted((a, b) => (nameIn(a) < nameIn(b) ? -1 : 1)));
  });

  it('leaves the folder as it is, and no copies behind', async () => {
    await cp(FOREIGN, folder, { recursive: true });
    const copies = async () =>
      (await readdir(tmpdir())).filter((n) => n.startsWith('close-call-check-'));
    const before = await copies();
    await checkLibrary(folder);
    expect(await copies()).toEqual(before);
    for (const name of await readdir(FOREIGN, { recursive: true })) {
      if (!name.endsWith('.md')) continue;
      const [copy, original] = await Promise.all(
        [folder, FOREIGN].map((root) => readFile(path.join(root, name))),
      );
      expect(copy?.equals(original ?? Buffer.of())).toBe(true);
    }
  });

  it('does not look into dot folders and node_modules, and never writes 6 MiB', async () => {
    for (const name of ['.git', 'node_modules', 'a/node_modules', 'a/b']) {
      await mkdir(path.join(folder, name), { recursive: true });
      await writeFile(path.join(folder, name, 'x.md'), '# x\n');
    }
    await writeFile(path.join(folder, 'big.md'), 'x'.repeat(6 * 1024 * 1024));
    await writeFile(path.join(folder, 'notes.txt'), 'not Markdown');
    const check = await checkLibrary(folder);
    expect(check.lines).toEqual([
      'not a record  a/b/x.md',
      'needs attention  big.md:1  The file is larger than 5 MiB, which no record is; the app never writes it, so its bytes stay',
    ]);
    expect(check).toMatchObject({ identical: 2, changed: [] });
  });
});

describe('the check', () => {
  it('notices a byte too many', async () => {
    edits.damage = ' ';
    const check = await checkLibrary(SAMPLE_LIBRARY);
    expect(check.changed).toHaveLength(24);
    expect(check.lines.filter((line) => line.startsWith('changed  2026/'))).toHaveLength(16);
    expect(summaryOf(check)).toMatch(/; 1 byte-identical after open and save$/);
  });

  it('is a command with an exit code', () => {
    const run = (...args: string[]) => {
      const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
      const script = ['--tsconfig', 'scripts/tsconfig.json', 'scripts/check-library.ts'];
      const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, ...script, ...args], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const good = run(SAMPLE_LIBRARY);
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(good.stdout.split('\n').at(-2)).toMatch(/^25 files: /);
    expect(run(path.join(folder, 'none'))).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('is missing'),
    });
    expect(run('package.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not a folder'),
    });
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Which folder') });
  });
});

/** The path in a line, to sort by. */
function nameIn(line: string): string {
  return line
    .replace(/^(?:record|not a record|needs attention|changed) {2}/, '')
    .replace(/:\d+ .*/, '');
}
