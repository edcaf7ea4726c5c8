// Folders as people write them.

import { shownFolder } from '@main/library/shown-folder';
import { expect, test } from 'vitest';

test.each([
  ['/home/ana/handbook', '/home/ana', '~/handbook'],
  ['/home/ana', '/home/ana', '~'],
  ['/home/anabel/handbook', '/home/ana', '/home/anabel/handbook'],
  ['/srv/handbook', '/home/ana', '/srv/handbook'],
  ['/srv/handbook', '', '/srv/handbook'],
  ['/srv/handbook', '/', '/srv/handbook'],
])('%s for someone at home in “%s” is %s', (folder, home, shown) => {
  expect(shownFolder(folder, home)).toBe(shown);
});
