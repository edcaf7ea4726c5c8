// axe finds nothing serious on home, capture, import, triage, actions, settings, a record, its history, what
// is not saved, choosing between versions, each session step and the read-out, in light and dark.

import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openQuick, test } from './app';
import { seriousOn } from './axe';
import { collide } from './collide';
import { QUESTIONS } from './questions';

// Many pages, each looked at twice, on a machine that may have a lot else to do.
test.setTimeout(120_000);

const CANARY = '2026/2026-10-22-the-canary-caught-a-tax-rounding-change.md';
/** One row that can be imported and one that cannot. */
const TABLE = 'Title,Date,Notes\nA disk,2026-11-20,Ana was there\nA pool,2026-31-31,Nobody was';

/** What differs between light and dark is the colours: nothing else is looked at twice. */
const SCHEMES = [
  ['light', []],
  ['dark', ['color-contrast', 'link-in-text-block']],
] as const;

async function expectNothingSerious(page: Page, where: string) {
  for (const [colorScheme, rules] of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousOn(page, rules), `${where}, in ${colorScheme}`).toEqual([]);
  }
}

test('nothing serious on the pages', async ({ start, sample }) => {
  const { app, page } = await start(['--library', sample]);
  await page.getByRole('option').first().click();
  await expectNothingSerious(page, 'home');

  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNothingSerious(page, 'capture');
  await page.keyboard.press('Escape');

  const small = await openQuick(app);
  await small.getByText('More', { exact: true }).click();
  await expectNothingSerious(small, 'quick capture');
  await small.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Import');
  await page.keyboard.press('Enter');
  await page.getByLabel(/^Reports from a chat/).fill(TABLE);
  await expectNothingSerious(page, 'import');
  await page.getByRole('button', { name: 'Show what it becomes' }).click();
  await page.getByRole('button', { name: 'Change A disk' }).click();
  await expect(page.getByRole('region', { name: 'Cannot be imported' })).toBeVisible();
  await expectNothingSerious(page, 'what an import becomes');
  await page.getByRole('button', { name: 'Start over' }).click();

  await page.getByRole('button', { name: /^To triage/ }).click();
  await expect(page.getByRole('heading', { name: /^Orders disk/ })).toBeVisible();
  await page.keyboard.press('4');
  await page.keyboard.press('Shift+Digit4');
  await expectNothingSerious(page, 'triage');
  await page.keyboard.press('l');
  await expect(page.getByRole('textbox', { name: /^Reason/ })).toBeFocused();
  await expectNothingSerious(page, 'a reason');

  await page.getByRole('button', { name: /^Actions/ }).click();
  await expect(page.getByRole('heading', { name: 'Actions', exact: true })).toBeVisible();
  await expectNothingSerious(page, 'actions');

  await page.getByRole('button', { name: /^Settings/ }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await expectNothingSerious(page, 'settings');

  await page.getByRole('button', { name: /^Near misses/ }).click();
  await page.getByRole('option', { name: /The canary caught/ }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Latent issue exposed' })).toBeVisible();
  await expectNothingSerious(page, 'record');
});

test('nothing serious in a session', async ({ start, sample }) => {
  const { page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /The canary caught/ }).dblclick();
  await page.getByRole('button', { name: 'Start a session' }).click();
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  await expectNothingSerious(page, 'opening');
  for (const question of QUESTIONS) {
    await page.keyboard.press('Alt+ArrowRight');
    await expect(page.getByRole('heading', { name: question })).toBeVisible();
    await expectNothingSerious(page, question);
  }
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('button', { name: 'Finish session' })).toBeVisible();
  await expectNothingSerious(page, 'read-out');
});

test('nothing serious where versions are compared', async ({ start, sample }) => {
  const { page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /The canary caught/ }).dblclick();
  await expect(page.getByRole('textbox', { name: 'Latent issue exposed' })).toBeVisible();
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await notes.press('Control+End');
  await page.keyboard.insertText('Typed here.');
  await expect(page.getByRole('main')).toContainText(/Saved · \d\d:\d\d/);
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('region', { name: 'What differs' })).toBeVisible();
  await expectNothingSerious(page, 'history');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Latent issue exposed' })).toBeVisible();
  await collide(page, join(sample, CANARY), 'Theirs, whole.', 'Mine, whole.');
  await expect(page.getByRole('region', { name: 'Not saved' })).toBeVisible();
  await expectNothingSerious(page, 'not saved');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await page.getByRole('radio', { name: /Take theirs/ }).check();
  await expectNothingSerious(page, 'conflict');
  // Nothing is left open: the app would ask before it goes.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Not saved' })).toBeHidden();
});
