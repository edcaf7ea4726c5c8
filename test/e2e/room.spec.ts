// A session on two displays: led from the facilitator's window by keyboard, seen in the room's, with
// either window closed, a display unplugged and the app killed on the way; nothing is lost, and
// nothing that is the facilitator's alone is given away.

import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CUE_PARTS, CUES } from '@core/session/cues';
import type { ElectronApplication, Page } from '@playwright/test';
import { withTwoDisplays } from '../../scripts/electron/display.mjs';
import { test as base, chooseFile, expect, isMain, isRoom, killHard, ROOT } from './app';
import { seriousOn } from './axe';
import { filesWith } from './files-with';
import { tabTo } from './keyboard';

type Displays = Awaited<ReturnType<typeof withTwoDisplays>>;

const test = base.extend<{ displays: Displays }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires the pattern.
  displays: async ({}, use) => {
    const displays = await withTwoDisplays();
    await use(displays);
    await displays.stop();
  },
});

/** Planted in each place that is the facilitator's alone, and searched for everywhere else. */
const CUE = ['canary-say', 'canary-listen', 'canary-quiet', 'canary-leave'];
const NOTE = 'canary-note';
/** What is offered in the place of {@link BLAME}. */
const OFFERED = 'nothing prompted anyone to turn it back on';
const BLAME = 'Sam forgot to unmute the alert.';
const ESTIMATES = [5, 1, 4, 1, 5, 2];
const SPREAD = [ESTIMATES.join(','), 'from far away to touching', 'sees this differently'];
const CANARIES = [...CUE, NOTE, OFFERED, ...SPREAD];
/** Stand beside hints, estimates and cues wherever those are shown. */
const PRIVATE_WORDS = ['Wording worth changing', 'Blind estimates', 'Listen for', 'Your notes'];
/** In the record, for all to read. */
const PUBLIC = 'QXZJV And in the room';
/** What the facilitator's journal is there to keep; a dismissed hint is only a mark in it. */
const KEPT = [NOTE, ESTIMATES.join(',')];
const ORDERS = '2026/2026-11-20-orders-disk-94-percent.md';
const FILES = ['page.md', 'page.pdf'];

/** Opens the room's window by its key. */
async function openRoom(app: ElectronApplication, page: Page): Promise<Page> {
  const [room] = await Promise.all([
    app.waitForEvent('window', isRoom),
    page.keyboard.press('Control+Shift+R'),
  ]);
  await expect(room.getByRole('heading', { level: 1 })).toBeVisible();
  return room;
}

/** Where the room's window is. */
const placeOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.getTitle().includes('room'));
    return window && { x: window.getBounds().x, fullScreen: window.isFullScreen() };
  });

/** All that the room's page has: elements with their attributes, values, names, and what main tells. */
async function allOf(room: Page): Promise<string> {
  const page = await room.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    const state = await window.closeCall.invoke('app:state', undefined);
    return [
      document.documentElement.outerHTML,
      ...fields.map(({ value }) => value),
      JSON.stringify(state),
    ];
  });
  return [...page, await room.locator('body').ariaSnapshot()].join('\n');
}

/** Looks at the room's whole page, and at everything it has loaded. */
async function expectNothingPrivate(room: Page): Promise<void> {
  const all = await allOf(room);
  const scripts = await room.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  for (const word of [...CANARIES, ...PRIVATE_WORDS]) expect(all).not.toContain(word);
  const [sentence = ''] = CUES.story.say;
  for (const url of scripts.filter((name) => name.endsWith('.js'))) {
    const code = await readFile(join(ROOT, 'out/renderer/assets', basename(url)), 'utf8');
    for (const word of [sentence, ...PRIVATE_WORDS]) expect(code).not.toContain(word);
  }
}

/** Milliseconds from a key in one window to its letter on the other's screen. */
async function latency(page: Page, room: Page, letter: string): Promise<number> {
  const seen = room.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('[role="textbox"]')?.textContent?.includes(wanted)) {
            requestAnimationFrame(look);
          } else resolve(performance.timeOrigin + performance.now());
        };
        look();
      }),
    letter,
  );
  await page.evaluate(() => {
    window.addEventListener(
      'keydown',
      () => {
        document.body.dataset.at = String(performance.timeOrigin + performance.now());
      },
      { once: true, capture: true },
    );
  });
  await page.keyboard.type(letter);
  return (await seen) - Number(await page.evaluate(() => document.body.dataset.at));
}

test('a session led from one display and seen on another', async ({
  start,
  sample,
  scratch,
  displays,
}) => {
  // Two starts and two windows: more than one test's time on a busy machine.
  test.slow();
  const config = join(sample, 'close-call.yml');
  const parts = Object.values(CUE_PARTS).map((part, index) => `    ${part}: It is ${CUE[index]}\n`);
  await appendFile(config, `\ncues:\n  close:\n${parts.join('')}`);
  const first = await start(['--library', sample], displays.env);
  const { app } = first;
  let { page } = first;
  await page.getByRole('option', { name: /^Orders disk/ }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Orders disk');
  let room = await openRoom(app, page);
  await expect(page.getByText('Room window: on display 2')).toBeVisible();
  await expect(page.getByText('Only you can see this window')).toBeVisible();
  expect(await placeOf(app)).toEqual({ x: 1920, fullScreen: true });
  await expect(room.getByText('This almost happened: Checkout down')).toBeVisible();

  // The words, typed in either window, are in both.
  await page.keyboard.press('Alt+3');
  await expect(room.getByRole('heading', { name: 'How close was it?' })).toBeVisible();
  const name = 'How close it was';
  await expect(page.getByRole('textbox', { name })).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(` ${BLAME} `);
  await expect(room.getByRole('textbox', { name })).toContainText('Sam forgot to unmute');
  const milliseconds = [];
  for (const letter of ['Q', 'X', 'Z', 'J', 'V']) {
    milliseconds.push(Math.round(await latency(page, room, letter)));
  }
  console.log(`  a letter is in the room after ${milliseconds.join(', ')} ms`);
  await room.getByRole('textbox', { name }).press('Control+End');
  await room.keyboard.type(' And in the room.');
  await expect(page.getByRole('textbox', { name })).toContainText(`${PUBLIC}.`);

  // What is the facilitator's alone, by keyboard, stays where it is.
  for (const word of CUE) await expect(page.getByText(word)).toBeVisible();
  await expect(page.getByText(OFFERED)).toBeVisible();
  const dismiss = page.getByRole('button', { name: /^Dismiss: Sam forgot/ });
  await expect(dismiss).toBeVisible();
  await tabTo(page, 'textbox', /^Your notes/);
  await page.keyboard.type(`${NOTE}: bring the alert back`);
  await tabTo(page, 'button', /^5, /);
  for (const estimate of ESTIMATES) {
    await page.getByRole('button', { name: new RegExp(`^${estimate}, `) }).press('Enter');
  }
  await tabTo(page, 'button', 'Reveal spread');
  await page.keyboard.press('Enter');
  await expect(page.getByText('6 estimates, from far away to touching.')).toBeVisible();
  await expectNothingPrivate(room);
  await dismiss.press('Delete');
  await expect(dismiss).toHaveCount(0);

  // Both pages are told in words, and large enough to be read.
  await expect(room.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - timer
    - main:
      - heading "How close was it?" [level=1]
      - paragraph
      - textbox "${name}"
    - complementary "Beside the question":
      - region "The ladder":
        - heading "What stood between the trigger and harm" [level=2]
        - list
        - paragraph: One untested barrier left.
    - contentinfo:
      - navigation "Steps"
      - button "Back"
      - button /Next/
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - note: Only you can see this window
      - status: "Room window: on display 2"
    - main:
      - heading "How close was it?" [level=1]
    - complementary "Beside the question"
    - region "What the room sees"
    - complementary "Facilitator":
      - region "Say"
      - region "Time"
      - textbox /Your notes/
  `);
  const tooSmall = await room.evaluate(() => {
    const unit = Math.min(innerWidth / 1440, innerHeight / 900);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent?.trim();
      const parent = texts.currentNode.parentElement;
      if (!text || !parent?.checkVisibility() || parent.closest('kbd')) continue;
      // As it would be at 1440 × 900.
      const size = parseFloat(getComputedStyle(parent).fontSize) / unit;
      if (size < 23.9) found.push(`${text}: ${size}`);
    }
    return found;
  });
  expect(tooSmall).toEqual([]);
  for (const window of [page, room]) {
    expect(await seriousOn(window)).toEqual([]);
  }

  // The display goes and comes back under the words.
  displays.unplug();
  await expect.poll(() => placeOf(app)).toMatchObject({ fullScreen: false });
  await room.keyboard.type(' Unplugged.');
  await expect(page.getByRole('textbox', { name })).toContainText('Unplugged.');
  displays.plug();
  await tabTo(page, 'button', 'Move to display 2');
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(app)).toEqual({ x: 1920, fullScreen: true });

  // The saver goes in both, whoever takes it away.
  await page.keyboard.press('Alt+4');
  await tabTo(page, 'button', 'Remove the saver');
  await page.keyboard.press('Enter');
  await expect(room.getByText(/^Without “Nightly cleanup job”/)).toBeVisible();
  await room.getByRole('button', { name: 'Put it back' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove the saver' })).toBeVisible();
  await page.keyboard.press('Alt+3');

  // The facilitator's window is closed and opened again from the room's.
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.close();
  });
  await expect(room.getByText('The facilitator window is closed.')).toBeVisible();
  [page] = await Promise.all([
    app.waitForEvent('window', isMain),
    room.keyboard.press('Control+Shift+F'),
  ]);
  await expect(page.getByRole('textbox', { name })).toContainText('Unplugged.');
  await expect(page.getByRole('textbox', { name: /^Your notes/ })).toHaveValue(new RegExp(NOTE));
  await expect(room.getByText('The facilitator window is closed.')).toHaveCount(0);

  // So is the room's.
  await tabTo(page, 'button', 'Close the room window');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open the room window' })).toBeVisible();
  room = await openRoom(app, page);
  await expect(room.getByRole('textbox', { name })).toContainText('Unplugged.');
  await killHard(app);

  const second = await start(['--library', sample], displays.env);
  page = second.page;
  await page.getByRole('button', { name: 'Resume the session' }).press('Enter');
  await expect(page.getByRole('textbox', { name })).toContainText('And in the room. Unplugged.');
  room = await openRoom(second.app, page);
  await expect(room.getByRole('textbox', { name })).toContainText('And in the room. Unplugged.');
  await expect(page.getByRole('textbox', { name: /^Your notes/ })).toHaveValue(new RegExp(NOTE));

  // To the end, and out.
  await page.keyboard.press('Alt+6');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(room.getByText('Thank you, Sam, for raising it.')).toBeVisible();
  await page.getByRole('heading', { name: 'Thank you' }).scrollIntoViewIfNeeded();
  await expect(room.getByRole('heading', { name: 'Actions' })).toBeInViewport();
  await expect(room.getByText('What saved us was luck: Nightly cleanup job.')).toBeVisible();
  await expectNothingPrivate(room);
  await mkdir(join(scratch, 'exports'));
  for (const file of FILES) {
    const format = file.endsWith('.md') ? 'Markdown' : 'PDF';
    await chooseFile(second.app, join(scratch, 'exports', file));
    await tabTo(page, 'button', 'Export…');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: `Export ${format}` }).press('Enter');
    await expect(page.getByText(new RegExp(`^One page written to .*${file}`))).toBeVisible();
  }
  await tabTo(page, 'button', 'Finish session');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The session is finished and saved.')).toBeVisible();
  await expect(room.getByRole('heading', { name: 'Thank you' })).toBeVisible();

  // Everywhere but in the team's own file and in the facilitator's journal: neither the record nor
  // its history, the exports, the journals, the caches and the settings know of any of it.
  expect((await filesWith(join(scratch, 'exports'), PUBLIC)).sort()).toEqual(FILES);
  expect(await filesWith(sample, PUBLIC)).toEqual([ORDERS]);
  for (const word of CANARIES) {
    const found = await filesWith(scratch, word);
    const places = CUE.includes(word)
      ? ['close-call.yml']
      : KEPT.includes(word)
        ? ['facilitator.journal']
        : [];
    expect(
      found.map((name) => basename(name)),
      word,
    ).toEqual(places);
  }
});
