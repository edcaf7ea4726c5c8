// Bad records: listed with reason and line, readable as text, never changed, and never in the way.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app';

const HEAD = 'close-call: 1\nid: x\ntitle: A title\n';

const BAD: Record<string, { bytes: string | Buffer; reason: RegExp }> = {
  'broken-yaml': { bytes: `---\n${HEAD}services: [a\n---\n`, reason: /not valid YAML.*line \d/ },
  'duplicate-keys': { bytes: `---\n${HEAD}title: Another\n---\n`, reason: /twice.*line 5/ },
  'wrong-types': { bytes: `---\n${HEAD}barriers: yes please\n---\n`, reason: /barriers.*line 5/ },
  'no-front-matter': { bytes: '# Only a heading\n', reason: /No front matter.*line 1/i },
  'six-megabytes': {
    bytes: `---\n${HEAD}---\n\n${'x'.repeat(6 * 1024 * 1024)}\n`,
    reason: /5 MiB/,
  },
  'not-utf-8': {
    bytes: Buffer.concat([Buffer.from(`---\n${HEAD}---\n\ncaf`), Buffer.from([0xe9, 0x0a])]),
    reason: /UTF-8/,
  },
};

test('each bad record is listed with its reason, and left as it is', async ({ start, empty }) => {
  await mkdir(join(empty, '2026'));
  const path = (name: string) => join(empty, '2026', `2026-01-01-${name}.md`);
  for (const [name, { bytes }] of Object.entries(BAD)) await writeFile(path(name), bytes);
  const hostile = ['../../etc', 'x'.repeat(300), '🔥 שלום עולם', '<img src=x onerror=alert(1)>'];
  for (const [index, title] of hostile.entries()) {
    const text = `---\nclose-call: 1\nid: good-${index}\ntitle: ${JSON.stringify(title)}\n---\n`;
    await writeFile(path(`good-${index}`), text);
  }

  const { page } = await start(['--library', empty]);
  await expect(page.getByRole('option')).toHaveCount(hostile.length);
  await page.getByRole('button', { name: /^Needs attention/ }).click();
  await expect(page.getByRole('listitem')).toHaveCount(Object.keys(BAD).length);
  for (const [name, { reason }] of Object.entries(BAD)) {
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(reason);
  }
  const item = page.getByRole('listitem').filter({ hasText: 'duplicate-keys' });
  await item.getByRole('button', { name: 'Show the text' }).click();
  await expect(item.getByRole('region')).toContainText('title: Another');

  // The app is usable all the same.
  await page.getByRole('button', { name: /^Near misses/ }).click();
  await page.getByRole('option').filter({ hasText: '../../etc' }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('../../etc');
  for (const [name, { bytes }] of Object.entries(BAD)) {
    expect((await readFile(path(name))).equals(Buffer.from(bytes))).toBe(true);
  }
});
