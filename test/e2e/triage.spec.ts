// Twenty near misses triaged by keyboard alone in the real app, down to their files: what is asked,
// what is taken back, what is passed over. Then what comes of it: actions done with a day, and a
// decision not to act that comes back on its own.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';

/** The day so many days from now, where this machine is, as files have it. */
function day(fromNow: number): string {
  const date = new Date();
  date.setDate(date.getDate() + fromNow);
  return date.toLocaleDateString('sv');
}

const pad = (n: number) => String(n).padStart(2, '0');
const fileOf = (n: number) => `2026/2026-01-${pad(n)}-near-miss-${pad(n)}.md`;

function record(n: number, more = ''): string {
  return `---
close-call: 1
id: 01JD6Z3V5T9QW8E7R6Y5T4U3${pad(n)}
title: Near miss ${pad(n)}
status: captured
occurred: 2026-01-${pad(n)}
themes: [disk-capacity]
${more}---

# Near miss ${pad(n)}

## What could have happened

Every order of the hour ${n} would have been lost.
`;
}

async function capturedLibrary(folder: string) {
  await mkdir(join(folder, '2026'));
  for (let n = 1; n <= 20; n += 1) await writeFile(join(folder, fileOf(n)), record(n));
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

test('twenty are triaged by keyboard alone, with a reason, a day to look again, and the way back', async ({
  start,
  empty,
}) => {
  await capturedLibrary(empty);
  const { page } = await start(['--library', empty]);
  const front = (n: number) =>
    expect(page.getByRole('heading', { name: `Near miss ${pad(n)}` })).toBeFocused();
  const decision = page.getByRole('region', { name: 'Decision' });
  const text = (n: number) => readFile(join(empty, fileOf(n)), 'utf8');

  // The palette is the way there without the mouse.
  await expect(page.getByRole('option').first()).toBeVisible();
  await press(page, 'Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('to triage');
  await expect(page.getByRole('option', { name: 'To triage' })).toBeVisible();
  await press(page, 'Enter');
  await expect(page.getByText('1 of 20.')).toBeVisible();
  await front(20);
  await expect(page.getByText('Every order of the hour 20 would have been lost.')).toBeVisible();
  await expect(page.getByText('19 with disk-capacity in the past year.')).toBeVisible();

  // Newest first: what could be worst is acted on, and taken back once.
  await press(page, '4', 'Shift+Digit4');
  await expect(decision).toContainText('Severe × likely, 4 × 4 = 16');
  await press(page, 'Enter');
  await front(19);
  await expect.poll(() => text(20)).toContain('decision: act now');
  await press(page, 'u');
  await front(20);
  await expect.poll(() => text(20)).toBe(record(20));
  await expect(page.getByText('1 of 20.')).toBeVisible();
  await press(page, '5', 'Shift+Digit1');
  await expect(decision).toContainText('Catastrophic is never less than investigate.');
  await press(page, 'Enter');

  // Another decision than suggested asks why; letters and digits are only letters and digits there.
  await front(19);
  await press(page, '3', 'Shift+Digit5', 'l');
  await expect(page.getByRole('textbox', { name: /^Reason/ })).toBeFocused();
  await page.keyboard.type('Just 1 like kudu: the queue goes in May');
  await press(page, 'Enter');

  // What is logged asks too, and takes silence for an answer the second time.
  await front(18);
  await press(page, '1', 'Shift+Digit1', 'Enter', 'Enter');
  await expect(page.getByText('Enter again leaves it open.', { exact: false })).toBeVisible();
  await press(page, 'Enter');

  // One is passed over.
  await front(17);
  await press(page, 'j');
  for (let n = 16; n >= 1; n -= 1) {
    await front(n);
    await press(page, '4', 'Shift+Digit4', 'Enter');
  }
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeFocused();
  await expect(page.getByRole('main')).toContainText(
    '19 near misses are decided in this sitting: 16 act now, 1 investigate, 2 log.',
  );
  await press(page, 'Tab');
  await page.getByRole('button', { name: 'Go back to it' }).press('Enter');
  await front(17);
  await press(page, '2', 'Shift+Digit4', 'Enter');
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'To triage' })).toContainText('0');

  await expect.poll(() => text(17)).toContain('decision: investigate');
  const triaged = (status: string, triage: string) =>
    [`status: ${status}\n`, `triage:\n${triage}`] as const;
  for (const [n, parts] of [
    [20, triaged('triaged', '  severity: catastrophic\n  recurrence: rare\n')],
    [
      19,
      triaged(
        'logged',
        '  severity: major\n  recurrence: almost certain\n  decision: log\n' +
          `  reason: "Just 1 like kudu: the queue goes in May"\n  review: ${day(90)}\n`,
      ),
    ],
    [18, triaged('logged', `  severity: negligible\n  recurrence: rare\n  decision: log\n`)],
    [1, triaged('triaged', '  severity: severe\n  recurrence: likely\n  decision: act now\n')],
  ] as const) {
    await expect.poll(() => text(n)).toContain(parts[0]);
    expect(await text(n)).toContain(parts[1]);
  }
  // Nothing but those two was touched.
  for (let n = 1; n <= 20; n += 1) {
    const after = (await text(n)).replace(/^triage:\n(?: {2}.*\n)+/m, '');
    expect(after.replace(/^status: .*$/m, 'status: captured')).toBe(record(n));
  }
  expect(await readdir(join(empty, '2026'))).toHaveLength(20);
});

const ACTIONS = `triage:
  severity: severe
  recurrence: likely
  decision: act now
actions:
  - id: a1
    what: Page at 80 %
    kind: detect
    owner: Ana
    due: ${day(-2)}
  - id: a2
    what: Grow the volume
    kind: fix
    owner: Sam
    due: ${day(20)}
`;
const LOGGED = `triage:
  severity: minor
  recurrence: unlikely
  decision: log
  reason: Gone next week
  review: ${day(0)}
`;

test('actions are done with a day, decisions come back on theirs, and a session is reminded', async ({
  start,
  empty,
}) => {
  await mkdir(join(empty, '2026'));
  const write = (n: number, more: string, status: string) =>
    writeFile(
      join(empty, fileOf(n)),
      record(n, more).replace('status: captured', `status: ${status}`),
    );
  await write(1, ACTIONS, 'investigating');
  await write(2, LOGGED, 'logged');
  await write(3, LOGGED.replace(day(0), day(1)), 'logged');
  await write(4, '', 'triaged');
  const text = (n: number) => readFile(join(empty, fileOf(n)), 'utf8');
  const { page } = await start(['--library', empty]);

  const place = page.getByRole('button', { name: /^Actions/ });
  await expect(place).toContainText('3');
  await place.click();
  await expect(page.getByText('2 actions, 1 overdue')).toBeVisible();
  const why = page.getByRole('button', { name: /why here Page at 80/ });
  await expect(why).toHaveAccessibleDescription(
    'Severe × likely, 4 × 4 = 16; what is left is not known; effort not said',
  );
  await page.getByRole('combobox', { name: 'Owner' }).selectOption('Ana');
  await expect(page.getByRole('checkbox', { name: /^Done: / })).toHaveCount(1);

  await page.getByRole('checkbox', { name: 'Done: Page at 80 %' }).check();
  await expect.poll(() => text(1)).toContain(`    done: ${day(0)}\n`);
  await page.keyboard.press('Control+z');
  await expect.poll(() => text(1)).not.toContain('done:');
  await page.getByRole('checkbox', { name: 'Done: Page at 80 %' }).check();
  await page.getByLabel('Done on: Page at 80 %').fill(day(-1));
  await expect.poll(() => text(1)).toContain(`    done: ${day(-1)}\n`);
  await expect(place).toContainText('2');

  // The decision whose day has come: kept until another day, then looked at again by hand.
  const due = page.getByRole('region', { name: 'Reviews due' });
  await expect(due.getByRole('listitem')).toHaveCount(1);
  await expect(due).toContainText('Gone next week');
  await due.getByRole('button', { name: 'Keep the decision' }).click();
  await page.getByLabel('Look at it again on').fill(day(30));
  await page.getByRole('button', { name: 'Keep until then' }).click();
  await expect(due).toBeHidden();
  await expect.poll(() => text(2)).toContain(`review: ${day(30)}`);
  await expect(place).toContainText('1');

  // Another one’s day comes, as the file says.
  await write(3, LOGGED.replace(day(0), day(-1)), 'logged');
  await due.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByRole('heading', { name: 'Near miss 03' })).toBeFocused();
  await press(page, '4', 'Shift+Digit4', 'Enter');
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeFocused();
  await expect.poll(() => text(3)).toContain('status: triaged');
  expect(await text(3)).not.toMatch(/review|reason/);

  // A session on the same theme begins with what is still open.
  await page.getByRole('button', { name: /^Near misses/ }).click();
  await page.getByRole('option', { name: /^Near miss 04/ }).click();
  await page.keyboard.press('s');
  const earlier = page.getByRole('region', {
    name: 'Still open from earlier near misses about disk-capacity',
  });
  await expect(earlier.getByRole('listitem')).toHaveText([
    /^Grow the volumeSam · due .* · from “Near miss 01”$/,
  ]);
});
