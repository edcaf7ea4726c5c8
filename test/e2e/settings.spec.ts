// Settings are kept between starts, and a damaged settings file is set aside and said.

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app';

test('theme, paper and time boxes are kept', async ({ start, sample }) => {
  const first = await start(['--library', sample]);
  await first.page.getByRole('button', { name: /^Settings/ }).click();
  await first.page.getByText('Dark', { exact: true }).click();
  await first.page.getByText('Letter', { exact: true }).click();
  await first.page.getByLabel('Story').fill('8');
  await first.page.getByLabel('Story').press('Enter');
  await expect(first.page.getByText('28 minutes in all. These are your own.')).toBeVisible();
  expect(await first.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
    true,
  );
  await first.app.close();

  const second = await start(['--library', sample]);
  await second.page.getByRole('button', { name: /^Settings/ }).click();
  await expect(second.page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(second.page.getByRole('radio', { name: 'Letter' })).toBeChecked();
  await expect(second.page.getByLabel('Story')).toHaveValue('8');
  await second.page.getByRole('button', { name: 'Use the library’s again' }).click();
  await expect(second.page.getByLabel('Story')).toHaveValue('5');
});

test('a damaged settings file is set aside, and the app starts', async ({
  start,
  scratch,
  sample,
}) => {
  const profile = join(scratch, 'profile');
  const first = await start(['--library', sample]);
  await expect(first.page.getByRole('option').first()).toBeVisible();
  await first.app.close();
  const file = (await readdir(profile)).find((name) => /^settings.*\.json$/.test(name));
  await writeFile(join(profile, file ?? ''), '{"theme": "dark", oops');

  const second = await start(['--library', sample]);
  await expect(second.page.getByRole('option').first()).toBeVisible();
  await expect(second.page.getByRole('region', { name: 'Notices' })).toContainText('settings');
  expect((await readdir(profile)).some((name) => name.includes('damaged'))).toBe(true);
});
