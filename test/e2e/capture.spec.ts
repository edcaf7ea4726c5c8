// Capture: by typing one line, and by pasting each of the fourteen cases.

import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readTemplate } from '@core/capture/paste';
import { parseRecord } from '@core/record/parse';
import { copyText, expect, ROOT, test } from './app';

const CASES = join(ROOT, 'test/fixtures/cases');

async function onlyRecord(library: string) {
  const files = await readdir(library, { recursive: true });
  const file = files.filter((name) => /^\d{4}[\\/].*\.md$/.test(name));
  expect(file).toHaveLength(1);
  const text = await readFile(join(library, file[0] ?? ''), 'utf8');
  const parsed = parseRecord(text);
  if (parsed.kind !== 'record') throw new Error(`Not a record: ${text}`);
  return { file: basename(file[0] ?? ''), ...parsed.record };
}

test('one line is enough, from anywhere, by keyboard', async ({ start, empty }) => {
  const { page } = await start(['--library', empty]);
  await expect(page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'Capture a near miss' })).toBeVisible();
  await page.keyboard.type('The orders database would have gone read-only, and checkout with it.');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('Thank you for raising it.')).toBeVisible();
  await expect(page.getByRole('option', { name: /The orders database would have/ })).toBeVisible();
  const { fields, sections, file } = await onlyRecord(empty);
  expect(sections.almost).toBe(
    'The orders database would have gone read-only, and checkout with it.',
  );
  expect(fields.status).toBe('captured');
  expect(file).toMatch(/^\d{4}-\d{2}-\d{2}-the-orders-database/);
});

test('a closed dialog keeps its text, and nothing is saved without a word', async ({
  start,
  empty,
}) => {
  const { page } = await start(['--library', empty]);
  await page.getByRole('button', { name: 'Capture a near miss' }).click();
  const dialog = page.getByRole('dialog', { name: 'Capture a near miss' });
  await expect(dialog.getByRole('button', { name: 'Save near miss' })).toBeDisabled();
  await dialog.getByLabel('What saved us').fill('Luck');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('n');
  await expect(dialog.getByLabel('What saved us')).toHaveValue('Luck');
});

test('each of the fourteen cases, pasted, becomes a record', async ({ start, empty }) => {
  const { app, page } = await start(['--library', empty]);
  const files = (await readdir(CASES)).filter((name) => name.endsWith('.txt')).sort();
  expect(files).toHaveLength(14);
  const dialog = page.getByRole('dialog', { name: 'Capture a near miss' });

  for (const file of files) {
    const text = await readFile(join(CASES, file), 'utf8');
    const expected = readTemplate(text);
    await page.getByRole('button', { name: 'Capture a near miss' }).click();
    await copyText(app, text);
    await dialog.getByLabel('What almost happened').press('Control+V');
    await expect(dialog.getByLabel('Title')).toHaveValue(expected?.title ?? '');
    await expect(dialog.getByLabel('What almost happened')).toHaveValue(
      expected?.sections.almost ?? '',
    );
    await dialog.getByRole('button', { name: 'Save near miss' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('option').filter({ hasText: expected?.title ?? '' })).toBeVisible();
  }

  const written = (await readdir(empty, { recursive: true })).filter((name) =>
    /^\d{4}[\\/].*\.md$/.test(name),
  );
  const records = await Promise.all(
    written.map(async (name) => parseRecord(await readFile(join(empty, name), 'utf8'))),
  );
  const contents = records.flatMap((parsed) => (parsed.kind === 'record' ? [parsed.record] : []));
  expect(contents).toHaveLength(14);
  for (const file of files) {
    const expected = readTemplate(await readFile(join(CASES, file), 'utf8'));
    const found = contents.find(({ fields }) => fields.title === expected?.title);
    expect(found?.fields).toMatchObject({
      occurred: expected?.occurred,
      reporter: expected?.reporter ?? '',
      services: expected?.services,
      themes: expected?.themes,
      customerImpact: expected?.customerImpact,
    });
    expect(found?.sections).toMatchObject(expected?.sections ?? {});
  }
});
