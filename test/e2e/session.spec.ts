// A whole session by keyboard alone, from capture to the finished record, and resuming after the
// app was killed in the middle.

import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecord } from '@core/record/parse';
import type { Page } from '@playwright/test';
import { expect, killHard, test } from './app';
import { tabInto, tabTo } from './keyboard';

async function readRecord(library: string) {
  const files = await readdir(library, { recursive: true });
  const file = files.find((name) => /^\d{4}[\\/].*\.md$/.test(name)) ?? '';
  const parsed = parseRecord(await readFile(join(library, file), 'utf8'));
  if (parsed.kind !== 'record') throw new Error('Not a record');
  return parsed.record;
}

async function chooseRadio(page: Page, name: RegExp) {
  await tabTo(page, 'radio', name);
}

async function captureWithKeys(page: Page, text: string) {
  await expect(page.getByRole('heading', { name: 'No near misses yet' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'What almost happened' })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('option')).toBeVisible();
}

test('a whole session by keyboard alone', async ({ start, empty }) => {
  const { page } = await start(['--library', empty]);
  await captureWithKeys(page, 'The orders database would have gone read-only.');

  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The orders database');
  await tabTo(page, 'combobox', /Who is here/);
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sam');
  await page.keyboard.press('Enter');
  await tabTo(page, 'combobox', 'Facilitator');
  await page.keyboard.type('Ana');
  await page.keyboard.press('Alt+ArrowRight');

  await expect(page.getByRole('heading', { name: 'What almost happened?' })).toBeVisible();
  const story = page.getByRole('textbox', { name: 'What almost happened' });
  await expect(story).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- writes doubled');
  await page.keyboard.press('Enter');
  await page.keyboard.type('the alert was muted');
  await tabTo(page, 'textbox', 'Trigger');
  await page.keyboard.type('Write volume doubled');
  await page.keyboard.press('Alt+ArrowRight');

  await expect(page.getByRole('textbox', { name: 'What saved us' })).toBeFocused();
  await page.keyboard.type('The nightly cleanup job.');
  for (const [name, state] of [
    ['Alert at 90 %', 'Failed'],
    ['Nightly cleanup job', 'Stopped it'],
    ['Read-only fallback', 'Untested'],
  ] as const) {
    await tabTo(page, 'button', 'Add barrier');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Barrier \d/ }).last()).toBeFocused();
    await page.keyboard.type(name);
    const group = page.getByRole('group', { name: `What ${name} did` });
    await tabInto(page, group);
    for (let presses = 0; presses < 6; presses += 1) {
      if (await group.getByRole('radio', { name: state }).isChecked()) break;
      await page.keyboard.press(presses === 0 ? 'Space' : 'ArrowRight');
    }
    await expect(group.getByRole('radio', { name: state })).toBeChecked();
  }
  // Beside each other, both from the line above to the steps below.
  const [question, ladder] = await Promise.all([
    page.getByRole('main').boundingBox(),
    page.getByRole('complementary', { name: 'Beside the question' }).boundingBox(),
  ]);
  if (!question || !ladder) throw new Error('The question and the ladder are not both there');
  expect(ladder.x).toBeCloseTo(question.x + question.width, 0);
  expect(ladder.y).toBeCloseTo(question.y, 0);
  expect(ladder.height).toBeCloseTo(question.height, 0);
  await page.keyboard.press('Alt+ArrowRight');

  await expect(page.getByRole('heading', { name: 'How close was it?' })).toBeVisible();
  await expect(page.getByText('One untested barrier left.')).toBeVisible();
  await page.keyboard.type('About 40 minutes.');
  await page.keyboard.press('Alt+ArrowRight');

  await expect(page.getByRole('heading', { name: 'What could have happened?' })).toBeVisible();
  await page.keyboard.type('Every checkout failing.');
  await tabTo(page, 'textbox', 'Harm');
  await page.keyboard.type('Checkout down');
  await chooseRadio(page, /1 Negligible/);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await chooseRadio(page, /1 Rare/);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Severe × likely, 4 × 4 = 16')).toBeVisible();
  await tabTo(page, 'button', 'Remove the saver');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'The ladder' })).toContainText(
    'Read-only fallback',
  );
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowRight');

  await page.keyboard.type('A muted alert stays muted for ever.');
  await page.keyboard.press('Alt+ArrowRight');

  await expect(page.getByRole('heading', { name: 'What will we do about it?' })).toBeVisible();
  await tabTo(page, 'button', 'Add action');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Action 1' })).toBeFocused();
  await page.keyboard.type('Page at 80 %');
  await tabTo(page, 'combobox', 'Kind');
  await page.keyboard.type('Detect');
  await tabTo(page, 'combobox', 'Owner');
  await page.keyboard.type('Ana');
  await page.keyboard.press('Alt+ArrowRight');

  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await tabTo(page, 'button', 'Finish session');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The session is finished and saved.')).toBeVisible();

  const { fields, sections } = await readRecord(empty);
  expect(sections.almost).toContain('writes doubled');
  expect(sections.almost).toMatch(/^[-*] the alert was muted$/m);
  expect(sections).toMatchObject({
    saved: 'The nightly cleanup job.',
    close: 'About 40 minutes.',
    could: 'Every checkout failing.',
    latent: 'A muted alert stays muted for ever.',
  });
  expect(fields).toMatchObject({
    status: 'investigating',
    trigger: 'Write volume doubled',
    harm: 'Checkout down',
    triage: { severity: 'severe', recurrence: 'likely', decision: 'act now' },
    session: { facilitator: 'Ana', people: 2 },
  });
  expect(fields.barriers.map(({ name, state }) => [name, state])).toEqual([
    ['Alert at 90 %', 'failed'],
    ['Nightly cleanup job', 'stopped'],
    ['Read-only fallback', 'untested'],
  ]);
  expect(fields.actions).toMatchObject([{ what: 'Page at 80 %', kind: 'detect', owner: 'Ana' }]);
});

test('killed in the middle, it resumes at the same step with all text, caret and timer', async ({
  start,
  empty,
}) => {
  const first = await start(['--library', empty]);
  await captureWithKeys(first.page, 'The pool was at 98 of 100.');
  await first.page.keyboard.press('s');
  await first.page.getByRole('button', { name: 'Begin with the story' }).click();
  await first.page.keyboard.press('Alt+3');
  const editor = first.page.getByRole('textbox', { name: 'How close it was' });
  await expect(editor).toBeFocused();
  await first.page.keyboard.type('Eleven seconds, 98 connections.');
  await first.page.getByRole('button', { name: 'Add a minute' }).click();
  await expect(first.page.getByRole('timer')).toContainText(/^(4:00|3:5\d) left/);
  await editor.focus();
  await first.page.keyboard.press('Control+Home');
  for (let i = 0; i < 'Eleven'.length; i += 1) await first.page.keyboard.press('ArrowRight');
  // Main answers an edit once it is in the journal: a kill may come right after that.
  await expect
    .poll(() => first.page.evaluate(() => window.closeCall.invoke('app:state', undefined)))
    .toMatchObject({ value: { session: { running: { caret: { place: { offset: 6 } } } } } });
  await killHard(first.app);

  const second = await start(['--library', empty]);
  const banner = second.page.getByRole('region', { name: 'Unfinished session' });
  await expect(banner).toContainText('How close');
  await banner.getByRole('button', { name: 'Resume the session' }).click();
  const resumed = second.page.getByRole('textbox', { name: 'How close it was' });
  await expect(resumed).toHaveText('Eleven seconds, 98 connections.');
  await expect(second.page.getByRole('timer')).toContainText(/^(4:00|3:[45]\d) left/);
  await expect(resumed).toBeFocused();
  await second.page.keyboard.type(' long');
  await expect(resumed).toHaveText('Eleven long seconds, 98 connections.');
});

test('leaving keeps the session, and going back loses nothing', async ({ start, empty }) => {
  const { page } = await start(['--library', empty]);
  await captureWithKeys(page, 'A flag default.');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('textbox', { name: 'What saved us' }).pressSequentially('Luck.');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'What saved us' }).click();
  await expect(page.getByRole('textbox', { name: 'What saved us' })).toHaveText('Luck.');
  await page.getByRole('button', { name: 'Leave for now' }).click();
  await page.getByRole('button', { name: 'Resume the session' }).click();
  await expect(page.getByRole('textbox', { name: 'What saved us' })).toHaveText('Luck.');
});

test('a record that goes away under a session: what is typed is kept, and saved when it is back', async ({
  start,
  empty,
}) => {
  const { page } = await start(['--library', empty]);
  await captureWithKeys(page, 'A queue was nearly full.');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  await page.keyboard.press('Alt+3');
  const editor = page.getByRole('textbox', { name: 'How close it was' });
  await expect(editor).toBeFocused();
  const names = await readdir(empty, { recursive: true });
  const file = join(empty, names.find((name) => /^\d{4}[\\/].*\.md$/.test(name)) ?? '');
  await rename(file, join(empty, 'away.txt'));
  await expect(page.getByText(/Not saved: the file is gone/)).toBeVisible();

  await editor.pressSequentially('Fifty minutes.');
  await expect(editor).toHaveText('Fifty minutes.');
  await rename(join(empty, 'away.txt'), file);
  await expect(page.getByText(/Saved · \d\d:\d\d/)).toBeVisible();
  await expect(editor).toHaveText('Fifty minutes.');
  expect((await readRecord(empty)).sections.close).toBe('Fifty minutes.');
});

test('no session is held on a record that can only be read', async ({ start, empty }) => {
  await mkdir(join(empty, '2026'));
  await writeFile(
    join(empty, '2026/2026-01-01-newer.md'),
    '---\nclose-call: 2\nid: newer\ntitle: From a newer version\n---\n',
  );
  const { page } = await start(['--library', empty]);
  await expect(page.getByRole('option')).toContainText('From a newer version');
  await page.keyboard.press('s');
  await expect(page.getByText(/can only be read here, so no session/)).toBeVisible();
  await expect(page.getByRole('option')).toBeVisible();
});

test('a session left for later is not thrown away by starting another', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  const orders = page.getByRole('option', { name: /^Orders disk/ });
  await orders.click();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Begin with the story' })).toBeVisible();
  await page.keyboard.press('Alt+4');
  await page.getByRole('button', { name: 'Leave for now' }).click();

  await page.getByRole('option', { name: /^Flag default/ }).click();
  await page.keyboard.press('s');
  await expect(page.getByText('was not finished. Resume or drop it first.')).toBeVisible();
  await orders.click();
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'What could have happened?' })).toBeVisible();
});
