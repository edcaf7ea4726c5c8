// The small capture window: over a running session without touching it, filled in by a link but
// never saved by one, kept over a quit, on keys that are said when another program has them. And,
// in confidence: the reporter's name is in no file at all.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { copyText, expect, isQuick, isQuickShown, openQuick, test } from './app';
import { filesWith } from './files-with';

/** Starts the app once more, as the system does with a link; resolves when that one has gone. */
async function startWithLink(app: ElectronApplication, link: string): Promise<void> {
  const { spawnfile, spawnargs } = app.process();
  const args = spawnargs.slice(1).filter((arg) => !/^--(?:inspect|remote-debugging)/.test(arg));
  const again = spawn(spawnfile, [...args, link], { stdio: 'ignore' });
  await new Promise((resolve) => again.once('exit', resolve));
}

const what = (page: Page) => page.getByRole('textbox', { name: 'What almost happened' });

test('over a running session, which it does not touch', async ({ start, sample }) => {
  const { app, page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /Orders disk hit 94/ }).click();
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Orders disk');
  await page.keyboard.press('Alt+ArrowRight');
  const story = page.getByRole('textbox', { name: 'What almost happened' });
  await story.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Typed before');

  // When nothing is typed for a moment it is made, and nobody sees it.
  await expect.poll(() => app.windows().some(isQuick)).toBe(true);
  expect(await isQuickShown(app)).toBe(false);
  await expect(story).toBeFocused();
  const small = await openQuick(app);
  await expect(what(small)).toBeFocused();
  await expect(small.getByText(/It goes to Payments near misses/)).toBeVisible();
  await small.keyboard.type('The pager was in the drawer.');
  await small.getByLabel('What saved us').fill('Ana was still awake.');
  await small.getByLabel('Services').fill('pag');
  await small.keyboard.type('er,');
  await small.getByLabel('Reported by').fill('Sam');
  await small.keyboard.press('Control+Enter');
  await expect(small.getByText('Thank you, Sam, for raising it.')).toBeVisible();
  await expect.poll(() => isQuickShown(app)).toBe(false);

  // Same step, same field, and the caret where it was.
  await expect(story).toBeFocused();
  await page.keyboard.type(' and after');
  await expect(story).toContainText('Typed before and after');

  // The next one begins empty; what is typed stays when it is closed.
  expect(await openQuick(app)).toBe(small);
  await expect(what(small)).toHaveValue('');
  await what(small).fill('Another one');
  await small.keyboard.press('Escape');
  await expect.poll(() => isQuickShown(app)).toBe(false);
  await openQuick(app);
  await expect(what(small)).toHaveValue('Another one');

  // Several in one paste wait on the import page: the session goes on.
  const reports = [1, 2].map((n) => `Title: Case ${n}\nWhat saved us: luck ${n}`).join('\n\n');
  await copyText(app, reports);
  await what(small).press('Control+V');
  await small.getByRole('button', { name: 'Look at each' }).click();
  await expect(small.getByText(/It waits under Import in Close Call/)).toBeVisible();
  await expect(what(small)).toHaveValue('Another one');
  await small.keyboard.press('Escape');
  await expect(story).toBeVisible();

  await page.getByRole('button', { name: 'Leave for now' }).click();
  await page.getByRole('button', { name: 'Look at each' }).click();
  await expect(page.getByText('2 near misses will be added.')).toBeVisible();
  // Without a session the small window gives way to the import page at once.
  await openQuick(app);
  await copyText(app, reports.replaceAll('Case', 'Other'));
  await what(small).press('Control+V');
  await small.getByRole('button', { name: 'Look at each' }).click();
  await expect.poll(() => isQuickShown(app)).toBe(false);
  await expect(page.getByText('4 near misses will be added.')).toBeVisible();
  await page.getByRole('button', { name: /^Near misses/ }).click();
  await expect(page.getByRole('option', { name: /The pager was in the drawer/ })).toBeVisible();
});

test('a link fills it in and never saves; a quit keeps it; two are both kept', async ({
  start,
  empty,
}) => {
  const first = await start(['--library', empty]);
  await expect(first.page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
  await startWithLink(first.app, 'close-call://elsewhere?what=x');
  await expect(first.page.getByRole('region', { name: 'Notices' })).toContainText(
    'A close-call link was not opened',
  );
  expect(await isQuickShown(first.app)).toBe(false);

  const coming = first.app.windows().find(isQuick) ?? first.app.waitForEvent('window', isQuick);
  await startWithLink(
    first.app,
    'close-call://capture?what=A%20full%20disk&saved=Luck&service=Orders%20DB',
  );
  const small = await coming;
  await expect(what(small)).toHaveValue('A full disk');
  expect(await isQuickShown(first.app)).toBe(true);
  await expect(small.getByRole('button', { name: 'Remove orders-db' })).toBeVisible();
  await small.getByLabel('Reported by').fill('Sam');
  await first.app.close();

  const second = await start(['--library', empty, 'close-call://capture?what=A%20second%20one']);
  await expect.poll(() => second.app.windows().some(isQuick)).toBe(true);
  const again = await openQuick(second.app);
  await expect(what(again)).toHaveValue('A full disk');
  await expect(again.getByText(/Names are not kept until it is saved/)).toBeVisible();
  await expect(again.getByText('Another near miss waits: “A second one”')).toBeVisible();
  await again.getByRole('button', { name: 'Go to it' }).click();
  await expect(what(again)).toHaveValue('A second one');
  await again.keyboard.press('Control+Enter');
  await again.getByRole('button', { name: 'Go on with the next' }).click();
  await expect(what(again)).toHaveValue('A full disk');
  await again.keyboard.press('Control+Enter');
  await expect(second.page.getByRole('option')).toHaveCount(2);
});

test('keys that another program has are said, and can be changed by pressing others', async ({
  start,
  scratch,
  empty,
}) => {
  const first = await start(['--library', empty]);
  const has = (app: ElectronApplication, keys: string) =>
    app.evaluate(({ globalShortcut }, name) => globalShortcut.isRegistered(name), keys);
  await expect.poll(() => has(first.app, 'CommandOrControl+Shift+M')).toBe(true);

  const { app, page } = await start([`--user-data-dir=${join(scratch, 'other')}`]);
  const taken = /Ctrl Shift M is taken by another program/;
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(taken);
  const second = join(scratch, 'second');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, second);
  await page.getByRole('button', { name: 'Create a library…' }).click();
  await page.getByRole('button', { name: /^Settings/ }).click();
  const section = page.getByRole('region', { name: 'Quick capture' });
  await expect(section.getByRole('status')).toContainText(taken);

  await section.getByRole('button', { name: 'Change the keys' }).click();
  await page.keyboard.press('n');
  await expect(section.getByRole('status')).toContainText('would be missed elsewhere');
  await page.keyboard.press('Control+Alt+K');
  await expect(section.getByText('Ctrl Alt K')).toBeVisible();
  await expect(section.getByRole('status')).toHaveText('');
  expect(await has(app, 'CommandOrControl+Alt+K')).toBe(true);
  await section.getByRole('checkbox').uncheck();
  await expect.poll(() => has(app, 'CommandOrControl+Alt+K')).toBe(false);
});

test('without a library it says so, keeps the text, and saves as soon as there is one', async ({
  start,
  sample,
}) => {
  const { app, page } = await start();
  const small = await openQuick(app);
  await expect(small.getByText(/No library is open/)).toBeVisible();
  await what(small).fill('Told too early');
  await small.keyboard.press('Control+Enter');
  await expect(small.getByRole('alert')).toContainText('What you typed is still here.');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, sample);
  await page.getByRole('button', { name: 'Open library…' }).click();
  await expect(small.getByText(/It goes to Payments near misses/)).toBeVisible();
  await small.keyboard.press('Control+Enter');
  await expect(small.getByText('Thank you for raising it.')).toBeVisible();
  await expect(page.getByRole('option', { name: /Told too early/ })).toBeVisible();
});

test('told in confidence, the name is in no file at all', async ({ start, scratch, empty }) => {
  const name = 'Zsofia Canarybird';
  const { app, page } = await start(['--library', empty]);
  await expect(page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();

  // In the dialog: the name typed first, also kept while the dialog is closed.
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Capture a near miss' });
  await what(page).fill('Told in the dialog');
  await dialog.getByLabel('Reported by').pressSequentially(name);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(dialog.getByLabel('Reported by')).toHaveValue(name);
  await dialog.getByRole('checkbox', { name: 'Tell it in confidence' }).check();
  await expect(dialog.getByText('Your name is not kept anywhere.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Thank you for raising it.')).toBeVisible();

  // In the small window: the name typed before a quit, and again after it.
  const small = await openQuick(app);
  await what(small).fill('Told in the small window');
  await small.getByLabel('Reported by').pressSequentially(name);
  await small.keyboard.press('Escape');
  await expect
    .poll(() => filesWith(join(scratch, 'profile'), 'Told in the small window'))
    .toContain('capture.json');
  expect(await filesWith(scratch, name)).toEqual([]);
  await app.close();

  const second = await start(['--library', empty]);
  const again = await openQuick(second.app);
  await expect(what(again)).toHaveValue('Told in the small window');
  await expect(again.getByLabel('Reported by')).toHaveValue('');
  await again.getByLabel('Reported by').pressSequentially(name);
  const inConfidence = again.getByRole('checkbox', { name: 'Tell it in confidence' });
  await inConfidence.check();
  await expect(again.getByLabel('Reported by')).toBeHidden();
  // Until it is saved it can be switched back: the field is offered again, without the name.
  await inConfidence.uncheck();
  await expect(again.getByLabel('Reported by')).toHaveValue('');
  await again.getByLabel('Reported by').pressSequentially(name);
  await inConfidence.check();
  await again.keyboard.press('Control+Enter');
  await expect(again.getByText('Thank you for raising it.')).toBeVisible();

  // Edited afterwards, so that journal and history have been through it as well.
  await second.page.getByRole('option', { name: /Told in the small window/ }).dblclick();
  await second.page.getByRole('textbox', { name: 'What saved us' }).click();
  await second.page.keyboard.type('Luck, once more');
  await expect(second.page.getByText(/^Saved · /).first()).toBeVisible();
  await second.app.close();

  const kept = await filesWith(scratch, 'Told in the small window');
  expect(kept.some((file) => file.endsWith('.md'))).toBe(true);
  expect(await filesWith(scratch, name)).toEqual([]);
  expect(await filesWith(scratch, 'Canarybird')).toEqual([]);
});
