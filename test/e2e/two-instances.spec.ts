// A library is open in one Close Call on a machine; what a killed one owned is free again.

import { join } from 'node:path';
import { chooseFolder, expect, test } from './app';

test('a library that is open in another Close Call is not opened, until that one is gone', async ({
  start,
  scratch,
  sample,
}) => {
  const first = await start(['--library', sample]);
  await expect(first.page.getByRole('option').first()).toBeVisible();
  const second = await start(['--library', sample, `--user-data-dir=${join(scratch, 'other')}`]);
  await expect(
    second.page.getByText(/is open in another Close Call on this machine/),
  ).toBeVisible();
  await expect(second.page.getByRole('button', { name: 'Open library…' })).toBeVisible();

  const gone = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await gone;
  await chooseFolder(second.app, sample);
  await second.page.getByRole('button', { name: 'Open library…' }).click();
  await expect(second.page.getByRole('option').first()).toBeVisible();
});
