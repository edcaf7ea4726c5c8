// Leading a session with one display: the drawer beside the room's page, with cues in the record's
// words, hints that can be taken and taken back, estimates and notes that go nowhere else.

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chooseFile, expect, killHard, test } from './app';
import { filesWith } from './files-with';

const CANARY = 'CANARY-7c41';
const RECORD = '2026/2026-11-20-orders-disk-94-percent.md';

test('a session is led from the drawer, and what is private stays private', async ({
  start,
  sample,
  scratch,
}) => {
  const first = await start(['--library', sample]);
  const { page } = first;
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Begin with the story' }).click();
  await page.getByRole('button', { name: 'How close' }).click();
  await page.keyboard.press('ControlOrMeta+Shift+L');
  const drawer = page.getByRole('complementary', { name: 'Facilitator' });
  await expect(drawer).toBeFocused();
  await expect(drawer.getByRole('note')).toHaveText(
    'Everyone who sees this screen sees this drawer.',
  );
  await expect(drawer).toContainText(
    '“Without ‘Nightly cleanup job’, what would have noticed next',
  );

  // A hint is taken by one key, and taken back by undo.
  const editor = page.getByRole('textbox', { name: 'How close it was' });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sam forgot to unmute the alert. They should have noticed.');
  const use = drawer.getByRole('button', { name: /^Use it: the alert stayed muted/ });
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(editor).toContainText(
    'The alert stayed muted; nothing prompted anyone to turn it back on. They',
  );
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(editor).toContainText('Sam forgot to unmute the alert.');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(editor).not.toContainText('Sam forgot');
  // Another is dismissed, for good.
  const dismiss = drawer.getByRole('button', { name: 'Dismiss: They should have noticed' });
  await dismiss.focus();
  await page.keyboard.press('Delete');
  await expect(dismiss).toHaveCount(0);

  // Estimates are hidden until they are revealed; the spread is a finding.
  const estimates = drawer.getByRole('region', { name: 'Blind estimates: how close?' });
  await estimates.getByRole('button', { name: '2, some way off' }).click();
  await estimates.getByRole('button', { name: '5, touching' }).click();
  await expect(estimates).toContainText('2 in, hidden until you reveal.');
  await estimates.getByRole('button', { name: 'Reveal spread' }).click();
  await expect(estimates).toContainText('The room sees this differently: why?');
  await drawer.getByRole('textbox', { name: /^Your notes/ }).fill(CANARY);

  // Two accounts, by the section's own toolbar: the caret is in the first.
  await page
    .getByRole('toolbar', { name: 'Formatting: How close it was' })
    .getByRole('button', { name: 'The room did not agree' })
    .click();
  await page.keyboard.type('Forty minutes.');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Most of a day.');
  const parking = drawer.getByRole('textbox', { name: /^Parking lot/ });
  await parking.fill('Ask billing');
  await parking.press('Enter');
  await expect(page.getByText(/^Saved · /)).toBeVisible();

  const exported = join(scratch, 'out.md');
  await chooseFile(first.app, exported);
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('button', { name: /^Export/ }).click();
  await page.getByRole('menuitem', { name: 'Export Markdown' }).click();
  await expect.poll(() => readFile(exported, 'utf8').catch(() => '')).toContain('Most of a day.');

  const record = await readFile(join(sample, RECORD), 'utf8');
  for (const text of [record, await readFile(exported, 'utf8')]) {
    expect(text).toContain(
      '#### One account\n\nForty minutes.\n\n#### Another account\n\nMost of a day.',
    );
    expect(text).toContain('Ask billing');
    for (const secret of [CANARY, 'some way off', 'touching', 'hidden until']) {
      expect(text).not.toContain(secret);
    }
  }
  expect(await filesWith(sample, CANARY)).toEqual([]);
  const kept = await filesWith(join(scratch, 'profile'), CANARY);
  expect(kept.map((name) => basename(name))).toEqual(['facilitator.journal']);

  // After a crash all of it is there again.
  await killHard(first.app);
  const again = await start(['--library', sample]);
  await again.page.getByRole('button', { name: 'Resume the session' }).click();
  await again.page.getByRole('button', { name: 'How close' }).click();
  await again.page.getByRole('button', { name: 'Facilitator', exact: true }).click();
  const resumed = again.page.getByRole('complementary', { name: 'Facilitator' });
  await expect(resumed.getByRole('textbox', { name: /^Your notes/ })).toHaveValue(CANARY);
  await expect(resumed).toContainText('2 estimates, from some way off to touching.');
  await expect(resumed.getByRole('button', { name: /^Dismiss: They/ })).toHaveCount(0);
});
