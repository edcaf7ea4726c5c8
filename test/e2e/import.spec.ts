// Import: five reports in one paste, a table with bad rows, and Markdown files dropped on the
// window. Nothing is written before it was shown, and it is undone with one press.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CASES } from '../fixtures/cases';
import { copyText, expect, test } from './app';

async function filesIn(library: string): Promise<string[]> {
  const files = await readdir(library, { recursive: true });
  return files.filter((name) => /^\d{4}[\\/].*\.md$/.test(name)).sort();
}

/** Drops files as the system does: their content and names, and no path. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the files to see what they become')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('five reports in one paste are looked at, four are added, and taken back', async ({
  start,
  empty,
}) => {
  const { app, page } = await start(['--library', empty]);
  const bold = (line: string) => line.replace(/^([^:]+):/, '*$1:*');
  const reports = CASES.slice(5, 10).map(({ lines }, i) =>
    [`Sam Okafor  14:0${i}`, ...lines.map(bold)].join('\n'),
  );
  await copyText(app, reports.join('\n\n'));
  await expect(page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Capture a near miss' });
  await dialog.getByLabel('What almost happened').press('Control+V');
  await expect(dialog.getByText('This looks like 5 near misses.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Look at each' }).click();

  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
  await expect(page.getByText('5 near misses will be added.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^1202 on the way/ }).uncheck();
  await page.getByRole('button', { name: /^Change Orders disk/ }).click();
  await page.getByLabel('Title').fill('The disk that nearly filled');
  await expect(page.getByRole('checkbox', { name: /^The disk that nearly/ })).toBeChecked();
  expect(await filesIn(empty)).toEqual([]);

  await page.getByRole('button', { name: 'Add 4 near misses' }).click();
  await expect(page.getByText('4 near misses were added.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(4);
  const files = await filesIn(empty);
  expect(files).toHaveLength(4);
  expect(files.some((name) => name.includes('1202'))).toBe(false);
  const disk = files.find((name) => name.includes('the-disk-that-nearly-filled')) ?? '';
  const text = await readFile(join(empty, disk), 'utf8');
  expect(text).toContain('The nightly cleanup job.');
  expect(text).not.toContain('Okafor');

  await page.getByRole('heading', { name: 'Near misses' }).first().click();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('4 near misses are in the library’s trash.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  expect(await filesIn(empty)).toEqual([]);
  await page.getByRole('button', { name: 'Put them back' }).click();
  await expect(page.getByRole('option')).toHaveCount(4);
  expect(await filesIn(empty)).toEqual(files);
});

test('a table of 200 rows with ten bad ones: the good ones are added, the bad ones are named', async ({
  start,
  empty,
}) => {
  const { app, page } = await start(['--library', empty]);
  const rows = Array.from({ length: 200 }, (_, i) =>
    i % 20 === 7
      ? `"Row ${i}";31.02.2026;"Nobody knows; when"`
      : `"Row ${i}";${String((i % 28) + 1).padStart(2, '0')}.11.2026;"It almost did, ${i}.\nTwice."`,
  );
  const csv = `\uFEFFHeadline;When;What happened\r\n${rows.join('\r\n')}\r\n`;
  await expect(page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill('Import');
  await page.keyboard.press('Enter');
  await page
    .getByLabel('Files to import')
    .setInputFiles({ name: 'near-misses.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });

  await expect(page.getByText('190 near misses will be added.')).toBeVisible();
  const problems = page.getByRole('region', { name: 'Cannot be imported' });
  await expect(problems.getByRole('listitem')).toHaveCount(10);
  await expect(problems).toContainText(
    'line 16 of near-misses.csv“31.02.2026” is no date that can be read in one way only',
  );
  await problems.getByRole('button', { name: 'Copy 10 rows' }).click();
  await expect(page.getByText(/^Copied 10 rows/)).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n')).toHaveLength(11);

  await page.getByLabel('What happened', { exact: true }).selectOption('What saved us');
  await page.getByRole('button', { name: 'Add 190 near misses' }).click();
  await expect(page.getByText('190 near misses were added.')).toBeVisible({ timeout: 60_000 });
  const files = await filesIn(empty);
  expect(files).toHaveLength(190);
  const text = await readFile(
    join(empty, files.find((n) => n.endsWith('-row-0.md')) ?? ''),
    'utf8',
  );
  expect(text).toContain('## What saved us\n\nIt almost did, 0.\nTwice.\n');
});

test('Markdown files dropped on the window become records, and a record keeps its bytes', async ({
  start,
  empty,
}) => {
  await writeFile(join(empty, 'outside.md'), '# Not a record\n');
  const { page } = await start(['--library', empty]);
  // Before the library is there nothing can be dropped on it.
  await expect(page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
  const record =
    '---\r\nclose-call: 1\r\nid: 01JD6Z3V5T9QW8E7R6Y5T4U3I2\r\ntitle: Mine\r\noccurred: 2026-11-20\r\n# kept\r\n---\r\n\r\n# Mine\r\n';
  await drop(page, [
    { name: 'mine.md', text: record },
    { name: 'again.md', text: record },
    { name: 'note.md', text: '# It fell\n\nNearly, <script>window.hacked = true</script>\n' },
    { name: 'broken.md', text: '---\nclose-call: 1\ntitle: [\n---\n' },
    { name: 'photo.png', text: 'PNG' },
  ]);
  await expect(page.getByText('3 near misses will be added.')).toBeVisible();
  const problems = page.getByRole('region', { name: 'Cannot be imported' });
  await expect(problems).toContainText('photo.pngit is no Markdown, text or CSV file');
  await expect(problems).toContainText(/broken\.md.*\(line \d\)/);
  await page.getByRole('button', { name: 'Read Mine' }).first().click();
  await expect(page.getByLabel('Text of Mine')).toHaveValue(/# kept/);
  await page.getByRole('button', { name: 'Add 3 near misses' }).click();
  await expect(page.getByText('3 near misses were added.')).toBeVisible();

  const files = await filesIn(empty);
  expect(files).toHaveLength(3);
  const texts = await Promise.all(files.map((name) => readFile(join(empty, name), 'utf8')));
  expect(texts.filter((text) => text === record)).toHaveLength(1);
  const copies = texts.filter((text) => text.includes('# kept'));
  expect(new Set(copies.map((text) => /^id: (\S+)/m.exec(text)?.[1])).size).toBe(2);
  expect(texts.find((text) => text.includes('# It fell'))).toContain(
    '## What almost happened\n\nNearly, <script>window.hacked = true</script>\n',
  );
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});
