// Row 13, on the disk: whatever its line ends, with a byte-order mark or without, with a final
// newline or without, a file that is opened and saved keeps its bytes, and an edit changes its own.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf, fill, scratch } from '../support';
import { fields, openLibrary, recordText, section } from './open';

const ENDS: [string, (text: string) => string][] = [
  ['lf', (text) => text],
  ['crlf', (text) => text.replaceAll('\n', '\r\n')],
  ['mixed', (text) => text.replace(/\n/g, (_, at: number) => (at % 2 === 0 ? '\n' : '\r\n'))],
  ['none', (text) => text.replaceAll('\n', ' ')],
];

test('row 13: bytes are kept on the disk', async () => {
  const styles = ENDS.flatMap(([name, style]) =>
    ['', '\uFEFF'].flatMap((bom) => ['', '\n'].map((end) => ({ name, style, bom, end }))),
  );
  const files = Object.fromEntries(
    styles.map(({ name, style, bom, end }, n) => {
      const text = recordText(`ID${n}`, 'Naïve 😀', { saved: 'One.\n\n- a\n- b  ', notes: 'N.' });
      return [`${name}-${n}.md`, `${bom}${style(`${text.trimEnd()}${end}`)}`];
    }),
  );
  const root = await fill(await scratch(), { 'close-call.yml': '', ...files });
  const before = await contentsOf(root);
  const { library } = await openLibrary(root);
  const { records } = library.listing();
  // A file without a line end is none of ours, and left alone.
  expect(records.map(({ path }) => path.split('-')[0])).toEqual(
    styles
      .map(({ name }) => name)
      .filter((name) => name !== 'none')
      .sort(),
  );

  for (const { key } of records) {
    const { content } = await library.records.open(key);
    const same = fields(content.fields);
    await library.records.edit(key, same, same);
    const saved = section('saved', content.sections.saved);
    await library.records.edit(key, saved, saved);
    await library.records.save(key);
  }
  expect(await library.records.flush()).toEqual([]);
  expect(await contentsOf(root)).toEqual(before);

  for (const { key, path } of records) {
    const text = files[path] ?? '';
    const { saved } = (await library.records.open(key)).content.sections;
    await library.records.edit(key, fields({ status: 'learned' }), fields({ status: 'captured' }));
    await library.records.edit(
      key,
      section('saved', saved.replaceAll('\r\n', '\n').replace('- a', '- A')),
      section('saved', saved),
    );
    expect(await library.records.flush()).toEqual([]);
    expect([path, await readFile(join(root, path), 'utf8')]).toEqual([
      path,
      text.replace('status: captured', 'status: learned').replace('- a', '- A'),
    ]);
  }
  console.log(
    `row 13: ${styles.length} of ${styles.length} files on the disk kept their bytes, ${records.length * 2} edits stayed in their place`,
  );
});
