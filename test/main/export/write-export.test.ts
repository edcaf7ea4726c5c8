// An export reaches the disk whole or not at all, never over a record, and says why it did not.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@core/errors';
import { concernsFolder, notExported, writeExport } from '@main/export/write-export';
import { writeDurably } from '@main/storage/durable-writer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeReadOnly } from '../read-only';

const BYTES = new TextEncoder().encode('# Page\n');
const RECORD = '---\nclose-call: 1\ntitle: x\n---\n\n# x\n';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'close-call-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const failure = (path: string, replace = true) =>
  writeExport(path, BYTES, replace, writeDurably).then(
    () => null,
    (error: unknown) => error as AppError,
  );

describe('writing an export', () => {
  it('leaves the file and nothing else', async () => {
    await writeExport(at('a.md'), BYTES, true, writeDurably);
    expect(readFileSync(at('a.md'), 'utf8')).toBe('# Page\n');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('replaces a file only where that was agreed', async () => {
    writeFileSync(at('a.md'), 'old');
    expect((await failure(at('a.md'), false))?.code).toBe('not-exported');
    expect(readFileSync(at('a.md'), 'utf8')).toBe('old');
    await writeExport(at('a.md'), BYTES, true, writeDurably);
    expect(readFileSync(at('a.md'), 'utf8')).toBe('# Page\n');
  });

  it.each([RECORD, `\uFEFF${RECORD.replaceAll('\n', '\r\n')}`])(
    'never replaces a record with its page: %j',
    async (record) => {
      writeFileSync(at('a.md'), record);
      const error = await failure(at('a.md'));
      expect(error?.code).toBe('not-exported');
      expect(error?.message).toContain('“a.md” is a near miss itself');
      expect(readFileSync(at('a.md'), 'utf8')).toBe(record);
    },
  );

  it('says that the folder is gone', async () => {
    const error = await failure(at('gone/a.md'));
    expect(error).toBeInstanceOf(AppError);
    expect(error?.message).toBe(
      'Not exported: the folder or file is gone. The record itself is not touched. ' +
        'Choose another folder, then export again.',
    );
    expect(concernsFolder(error)).toBe(true);
  });

  it('says that the folder may not be written to', async () => {
    mkdirSync(at('locked'));
    const undo = makeReadOnly(at('locked'));
    const error = await failure(at('locked/a.md'));
    undo();
    expect(error?.message).toMatch(/may not be written to|can only be read/);
    expect(readdirSync(at('locked'))).toEqual([]);
  });

  it('says that the disk is full, in words', () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
    const error = notExported(full, at('a.md'));
    expect(error.code).toBe('not-exported');
    expect(error.message).toBe(
      'Not exported: the disk is full. The record itself is not touched. ' +
        'Free some space or choose another disk, then export again.',
    );
    expect(concernsFolder(error)).toBe(true);
  });
});
