// First run: three choices; folders that are no libraries are explained; nothing is ever required.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseFolder, expect, test } from './app';

test('try the sample library', async ({ start, scratch }) => {
  const { app, page } = await start();
  await expect(page.getByRole('heading', { name: 'Close Call' })).toBeVisible();

  await chooseFolder(app, scratch);
  await page.getByRole('button', { name: 'Try the sample library' }).click();

  await expect(page.getByRole('heading', { name: 'Near misses', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Near misses/ })).toContainText('24');
  await expect(page.getByRole('button', { name: /^To triage/ })).toContainText('3');
  await expect(page.getByText('Payments near misses')).toBeVisible();
  const copied = (await readdir(scratch)).find((name) => name.startsWith('close-call-sample'));
  expect(copied).toBeDefined();
});

test('create a library, and find it again at the next start', async ({ start, scratch }) => {
  const folder = join(scratch, 'team-near-misses');
  await mkdir(folder);
  const first = await start();
  await chooseFolder(first.app, folder);
  await first.page.getByRole('button', { name: 'Create a library…' }).click();
  await expect(first.page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
  expect(await readFile(join(folder, 'close-call.yml'), 'utf8')).toContain('close-call: 1');
  await first.app.close();

  const second = await start();
  await expect(second.page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
});

test('a folder that is not a library, and a file, are explained and change nothing', async ({
  start,
  scratch,
}) => {
  const folder = join(scratch, 'holiday-photos');
  await mkdir(folder);
  const file = join(scratch, 'note.txt');
  await writeFile(file, 'not a folder');
  const { app, page } = await start();

  await chooseFolder(app, folder);
  await page.getByRole('button', { name: 'Open library…' }).click();
  await expect(page.getByRole('alert')).toContainText('Create a library');
  expect(await readdir(folder)).toEqual([]);
  await page.getByRole('button', { name: 'Dismiss this message' }).click();

  await chooseFolder(app, file);
  await page.getByRole('button', { name: 'Open library…' }).click();
  await expect(page.getByRole('alert')).toContainText('folder');
  await expect(page.getByRole('button', { name: 'Create a library…' })).toBeEnabled();
});

test('a dialog that is cancelled leaves everything as it was', async ({ start }) => {
  const { app, page } = await start();
  await chooseFolder(app, null);
  await page.getByRole('button', { name: 'Try the sample library' }).click();
  await expect(page.getByRole('heading', { name: 'Close Call' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
