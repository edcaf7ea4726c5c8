// Row 11 of the promise in the real editor: every example of CommonMark and of GitHub Flavored
// Markdown stands in a section of a record, is opened, typed in, undone and saved with its record,
// and is there again to the byte.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layOut, trimmedRange } from '@core/record/layout';
import { SECTION_HEADINGS, SECTION_KEYS, type SectionKey } from '@core/record/model';
import { tests } from 'commonmark-spec';
import { GFM_EXTENSIONS, GFM_SPEC } from '../fixtures/gfm';
import { expect, test } from './app';

/** Where something is typed that stays, so that the file is written anew. */
const SEEN: SectionKey = 'customers';
const ROOM = SECTION_KEYS.filter((key) => key !== SEEN);

interface Placed {
  title: string;
  file: string;
  text: string;
  examples: Map<SectionKey, string>;
}

/** A line that would begin a section of the record does not when it is indented by a space. */
const inSection = (example: string) => example.replace(/^(?=##[ \t\r\n])/gm, ' ');

function recordOf(number: number, examples: Map<SectionKey, string>): Placed {
  const title = `Examples ${String(number).padStart(3, '0')}`;
  const body = SECTION_KEYS.map((key) => {
    const text = key === SEEN ? 'Seen' : (examples.get(key) ?? '');
    return `## ${SECTION_HEADINGS[key]}\n\n${text.endsWith('\n') ? text : `${text}\n`}`;
  });
  const id = `01M7YPVJEB6WCV3GEB7Y${String(number).padStart(6, '0')}`;
  // The list has the latest first.
  const day = new Date(Date.UTC(2026, 10, 20) - number * 86_400_000).toISOString().slice(0, 10);
  const text = `---\nclose-call: 1\nid: ${id}\ntitle: ${title}\nstatus: captured\noccurred: ${day}\nreported: 2026-11-21\n---\n\n# ${title}\n\n${body.join('\n')}`;
  return { title, file: `2026/2026-11-20-examples-${number}.md`, text, examples };
}

/** Whether every example is the section it was put in, and nothing else is. */
function isAsPlaced({ text, examples }: Placed): boolean {
  const { sections } = layOut(text);
  return (
    sections.map(({ key }) => key).join() === SECTION_KEYS.join() &&
    sections.every(({ key, contentRange }) => {
      if (key === null) return false;
      const { start, end } = trimmedRange(text, contentRange);
      const wanted = key === SEEN ? 'Seen' : (examples.get(key) ?? '');
      const own = trimmedRange(wanted, { start: 0, end: wanted.length });
      return text.slice(start, end) === wanted.slice(own.start, own.end);
    })
  );
}

/** Every example in a section of its own; one that leaves something open comes last in its record. */
function place(examples: readonly string[]): Placed[] {
  const last = ROOM.at(-1) as SectionKey;
  const open = examples.filter((text) => !isAsPlaced(recordOf(0, new Map([['almost', text]]))));
  const closed = examples.filter((text) => !open.includes(text));
  const records: Placed[] = [];
  while (closed.length + open.length > 0) {
    const held = new Map<SectionKey, string>();
    for (const key of ROOM) {
      const next = key === last ? (open.shift() ?? closed.shift()) : closed.shift();
      if (next !== undefined) held.set(key, next);
    }
    records.push(recordOf(records.length + 1, held));
  }
  return records;
}

const all = [
  ...tests.map(({ markdown }) => markdown.replaceAll('→', '\t')),
  ...GFM_SPEC,
  ...GFM_EXTENSIONS,
];
/** Most of CommonMark's examples are GFM's too; each text is opened once. */
const texts = [...new Set(all.map(inSection))];

test('row 11: every example of CommonMark and of GFM comes out of the editor to the byte', async ({
  start,
  empty,
}) => {
  // About a minute, and several on a machine with a lot else to do.
  test.setTimeout(600_000);
  const records = place(texts);
  expect(records.filter((record) => !isAsPlaced(record)).map(({ text }) => text)).toEqual([]);
  await mkdir(join(empty, '2026'));
  for (const { file, text } of records) await writeFile(join(empty, file), text);

  const { page } = await start(['--library', empty]);
  await page.getByRole('option').first().click();
  let same = 0;
  for (const [at, { title, file, text, examples }] of records.entries()) {
    await page.keyboard.press(at === 0 ? 'Home' : 'ArrowDown');
    await expect(page.getByRole('option', { name: title })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
    // One of them is typed in, and it is taken back.
    const key = [...examples.keys()][at % examples.size];
    if (key === undefined) throw new Error(`${title} holds no example`);
    await page.getByRole('textbox', { name: SECTION_HEADINGS[key] }).focus();
    await page.keyboard.press('x');
    await page.keyboard.press('Control+z');
    await page.getByRole('textbox', { name: SECTION_HEADINGS[SEEN] }).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('.');
    await page.keyboard.press('Control+s');
    const wanted = text.replace('\n\nSeen\n', '\n\nSeen.\n');
    await expect
      .poll(() => readFile(join(empty, file), 'utf8'), { message: title, intervals: [20] })
      .toBe(wanted);
    same += examples.size;
    await page.getByRole('button', { name: '← Near misses' }).click();
    await expect(page.getByRole('option', { name: title })).toBeFocused();
  }
  console.info(
    `In the editor: ${same} of ${texts.length} texts byte-identical, which are all ` +
      `${tests.length} examples of CommonMark, ${GFM_SPEC.length} of the GFM spec and ${GFM_EXTENSIONS.length} of its extensions`,
  );
  expect(same).toBe(texts.length);
});

test('row 11: around a piece of source in a line, and in a link that names its definition, one can type', async ({
  start,
  empty,
}) => {
  const record = recordOf(
    1,
    new Map<SectionKey, string>([
      ['almost', '![a]( b )\n'],
      ['saved', 'x <b>\n\n<b>\n'],
      ['close', 'see [the log]\n\n[the log]: https://a.b/log\n'],
      ['could', 'c[^1]\n\n[^1]: note\n'],
    ]),
  );
  const file = join(empty, record.file);
  await mkdir(join(empty, '2026'));
  await writeFile(file, record.text);
  const { page } = await start(['--library', empty]);
  await page.getByRole('option').first().dblclick();
  const into = async (key: SectionKey, keys: string[], words: string) => {
    await page.getByRole('textbox', { name: SECTION_HEADINGS[key] }).focus();
    for (const name of keys) {
      await page.keyboard.press(name);
      // Lexical is told of a moved caret after the frame: no person's next key comes before that.
      await page.evaluate(
        () => new Promise((told) => requestAnimationFrame(() => setTimeout(told))),
      );
    }
    await page.keyboard.type(words);
  };
  await into('almost', ['Control+Home'], 'before ');
  await into('almost', ['Control+End'], ' after');
  await into('saved', ['Control+Home', 'End', 'Backspace'], 'y');
  await into('close', ['Control+Home', 'End'], ' first');
  await into('could', ['Control+Home', 'End'], '.');
  const wanted = record.text
    .replace('![a]( b )', 'before ![a]( b ) after')
    .replace('x <b>\n', 'x y\n')
    .replace('see [the log]\n', 'see [the log] first\n')
    .replace('c[^1]\n', 'c[^1].\n');
  await expect.poll(() => readFile(file, 'utf8')).toBe(wanted);
});
