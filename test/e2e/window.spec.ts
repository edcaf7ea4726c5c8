import { join } from 'node:path';
import { expect, launch, test } from './app';

test('a window opens', async ({ scratch }) => {
  const { app, page } = await launch(join(scratch, 'profile'));
  await expect(page.getByRole('heading', { name: 'Close Call' })).toBeVisible();
  await app.close();
});
