// Row 14: files made to stall or to break a reader are listed as needing attention within a
// moment, stay as they are, and the rest of the library goes on working.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@main/storage/files';
import { describe, expect, test } from 'vitest';
import { fill, scratch } from '../support';
import { openLibrary, recordText, section } from './open';

const MIB = 1024 * 1024;
const page = (yaml: string) => `---\nclose-call: 1\ntitle: Hostile\n${yaml}\n---\n\n# Hostile\n`;

/** Each letter is ten times the one before it. */
const bomb = [...'abcdefghij']
  .map((letter, i) => {
    const before = i === 0 ? 'x' : `*${'abcdefghij'[i - 1]}`;
    return `${letter}: &${letter} [${Array(10).fill(before).join(', ')}]`;
  })
  .join('\n');

const FILES: [string, string | Uint8Array, RegExp][] = [
  ['an alias bomb', page(bomb), /repeats itself too often/],
  ['20,000 brackets', page(`services: ${'['.repeat(20_000)}`), /too deeply/],
  ['20,000 closed brackets', page(`x: ${'['.repeat(20_000)}${']'.repeat(20_000)}`), /too deeply/],
  ['20,000 braces', page(`triage: ${'{a: '.repeat(20_000)}`), /too deeply/],
  ['__proto__', page('__proto__: { polluted: yes }'), /“__proto__”/],
  ['__proto__ in a map', page('triage:\n  "__proto__": { polluted: yes }'), /“__proto__”/],
  ['duplicate keys', page('harm: a\nharm: b'), /says “harm” twice/],
  [
    '20,000 keys, the last one twice',
    page(`${Array.from({ length: 20_000 }, (_, n) => `k${n}:`).join('\n')}\nk19999:`),
    /128 KiB|twice/,
  ],
  [
    '50 MiB of a record',
    Buffer.concat([Buffer.from(page('harm: a')), Buffer.alloc(50 * MIB, 'x\n')]),
    /larger than 5 MiB/,
  ],
  ['5 MiB of front matter', `---\nclose-call: 1\n${'# x\n'.repeat(MIB + MIB / 8)}---\n`, /128 KiB/],
];

const GOOD = '2026/2026-11-20-good.md';

/** Processor time of this process in milliseconds: a busy machine does not make it longer. */
async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1000];
}

async function bytesAndDate(path: string): Promise<[string, number]> {
  return [sha256(await readFile(path)), (await stat(path)).mtimeMs];
}

describe('row 14', () => {
  test('hostile files cost less than a second each, and nothing else', async () => {
    const root = await fill(await scratch(), {
      'close-call.yml': '',
      [GOOD]: recordText('GOOD', 'Good'),
    });
    const [, usual] = await timed(async () => (await openLibrary(root)).library.close());
    let slowest = 0;
    for (const [name, content, reason] of FILES) {
      await fill(root, { 'hostile.md': content });
      const path = join(root, 'hostile.md');
      const before = await bytesAndDate(path);
      const [{ library }, took] = await timed(() => openLibrary(root));
      slowest = Math.max(slowest, took - usual);
      expect([name, took - usual < 1000 || took]).toEqual([name, true]);

      const { attention, records } = library.listing();
      expect([name, attention.map((file) => file.path)]).toEqual([name, ['hostile.md']]);
      expect(attention[0]?.reason).toMatch(reason);
      expect(records.map((record) => record.path)).toEqual([GOOD]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();

      // It can be looked at, and the rest of the library goes on.
      const key = attention[0]?.key ?? '';
      expect((await library.readFile(key)).text.length).toBeLessThan(2 * MIB);
      await expect(library.records.open(key)).rejects.toMatchObject({ code: 'unreadable' });
      const { sections } = (await library.records.open('GOOD')).content;
      await library.records.edit(
        'GOOD',
        section('notes', `Beside ${name}.`),
        section('notes', sections.notes),
      );
      expect(await library.records.flush()).toEqual([]);
      expect(await readFile(join(root, GOOD), 'utf8')).toContain(`Beside ${name}.`);
      await library.close();
      expect([name, await bytesAndDate(path)]).toEqual([name, before]);
    }
    console.log(
      `row 14: ${FILES.length} of ${FILES.length} hostile files listed and untouched, the slowest ${Math.round(Math.max(0, slowest))} ms of processor time more than a library without it`,
    );
  }, 120_000);

  test('all of them at once leave the library usable', async () => {
    const root = await fill(await scratch(), {
      'close-call.yml': '',
      [GOOD]: recordText('GOOD', 'Good'),
      ...Object.fromEntries(FILES.map(([, content], n) => [`hostile/${n}.md`, content])),
    });
    const { library } = await openLibrary(root);
    const { attention, records } = library.listing();
    expect([attention.length, records.length]).toEqual([FILES.length, 1]);
    expect((await library.records.open('GOOD')).content.fields.title).toBe('Good');
  }, 120_000);
});
