// @ts-check
// Promises pictures of every page and state in the real app, light and dark, at 1440×900:
// `npm run screenshots [-- FOLDER]`, into screenshots/out/ if no folder is named. The three that
// the README shows are written to docs/screenshots/ with `-- --readme`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { resize, withApp } from './drive/app.mjs';
import { roomTour } from './drive/room-tour.mjs';
import { Problem, run, say } from './electron/problem.mjs';
import { ROOT } from './electron/ready.mjs';

const forReadme = process.argv.includes('--readme');
const named = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
const OUT = path.resolve(ROOT, forReadme ? 'docs/screenshots' : (named ?? 'screenshots/out'));
const SHOWN_IN_README = new Set(['home-light', 'session-close-light']);

const STEPS = ['story', 'saved', 'close', 'could', 'latent', 'actions', 'read-out'];
const LONG = `${'A very long title about a very long outage that did not quite happen '.repeat(5)}`;

const REPORTS = [
  `Title: The payments pool was two connections from dry
What almost happened: Checkout would have queued behind a report.
What saved us: Ana stopped the report by hand.
Service: payments-db`,
  `Title: A certificate had four days left
What almost happened: Every mobile client would have been locked out on Sunday.
What saved us: A colleague read the calendar.`,
  `Title: ${LONG.trim()}
What almost happened: Nothing was told to anybody.`,
].join('\n\n');
const TABLE = `Headline;When;What happened;Where;Who
The queue stood at 90 %;2026-11-02;A consumer was restarted in time;queue;Ana
A backup had not run for a week;31.02.2026;Nobody looked;backup;Sam
The wrong feature flag was on in staging;2026-10-30;It was seen before the release;flags;Sam
;2026-11-05;;;
A retry storm ended by itself;2026-11-06;The client gave up first;gateway;`;

/**
 * @param {import('@playwright/test').Page} page
 * @param {'light' | 'dark'} scheme
 */
function camera(page, scheme) {
  return async (/** @type {string} */ name) => {
    const file = `${name}-${scheme}`;
    if (forReadme && !SHOWN_IN_README.has(file)) return;
    // Whatever moves has come to rest, whatever is loaded has come.
    await page.waitForFunction(() => document.fonts.status === 'loaded');
    await page.screenshot({ path: path.join(OUT, `${file}.png`), animations: 'disabled' });
    say(`  ${file}.png`);
  };
}

/** @param {import('./drive/app.mjs').Running} running @param {'light' | 'dark'} scheme @param {string} library */
async function wholeTour({ app, page }, scheme, library) {
  await resize(app);
  await page.emulateMedia({ colorScheme: scheme });
  const shoot = camera(page, scheme);
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await shoot('tour');
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await shoot('home');
  await page.getByRole('searchbox').fill('pool');
  await page.getByRole('group', { name: 'Found' }).waitFor();
  await shoot('search');
  await page.getByRole('searchbox').fill('qqzzyx');
  await page.getByText('Nothing found').waitFor();
  await shoot('search-nothing');
  await page.getByRole('searchbox').press('Escape');
  await listTour(page, shoot);

  await page.getByRole('button', { name: 'Capture a near miss' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('capture');
  await page.keyboard.press('Escape');
  await quickTour(app, scheme);
  await importTour(page, shoot);
  await triageTour(page, shoot);

  for (const [name, place] of [
    ['actions', 'Actions'],
    ['attention', 'Needs attention'],
    ['settings', 'Settings'],
  ]) {
    await page.getByRole('button', { name: new RegExp(`^${place}`) }).click();
    await page.getByRole('heading', { name: place ?? '', exact: true }).waitFor();
    await shoot(name ?? '');
  }
  await page.getByRole('button', { name: /^Needs attention/ }).click();
  await page.getByRole('button', { name: 'Compare and merge…' }).first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('attention-compare');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Near misses/ }).click();

  for (const [name, title] of /** @type {const} */ ([
    ['record', /^The canary caught/],
    ['record-long', /^A very long title/],
  ])) {
    await page.getByRole('option', { name: title }).dblclick();
    await page.getByRole('textbox', { name: 'Notes' }).waitFor();
    await shoot(name);
    await page.getByRole('button', { name: '← Near misses' }).click();
  }

  await keepingTour(page, shoot, library);

  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Begin with the story' }).waitFor();
  await shoot('session-opening');
  for (const step of STEPS) {
    await page.keyboard.press('Alt+ArrowRight');
    const editor = page.getByRole('textbox').first();
    if (step !== 'read-out' && step !== 'actions') await editor.waitFor();
    await shoot(`session-${step}`);
    if (step === 'close') {
      const drawer = page.getByRole('complementary', { name: 'Facilitator' });
      await page.keyboard.press('ControlOrMeta+Shift+L');
      for (const name of ['2, some way off', '4, very close', '5, touching']) {
        await drawer.getByRole('button', { name }).click();
      }
      await drawer.getByRole('button', { name: 'Reveal spread' }).click();
      await shoot('session-drawer-estimates');
      await drawer.getByRole('button', { name: 'Start over' }).click();
      await drawer.evaluate((element) => element.scrollTo(0, 0));
      await shoot('session-drawer');
      await page.keyboard.press('ControlOrMeta+Shift+L');
    }
    if (step === 'could') {
      await page.getByRole('button', { name: 'Remove the saver' }).click();
      await shoot('session-could-without-saver');
      await page.getByRole('button', { name: 'Put it back' }).click();
    }
  }
  await roomTour({ app, page }, (window) => camera(window, scheme));
  await page.getByRole('button', { name: 'Leave for now' }).click();
  await page.getByRole('region', { name: 'Unfinished session' }).waitFor();
  await shoot('home-unfinished');
  await page.getByRole('button', { name: 'Drop the session' }).click();
  await page.getByRole('button', { name: 'Close this library' }).click();
  await page.getByRole('heading', { name: 'Close Call' }).waitFor();
  await shoot('welcome');
}

/**
 * The small window of quick capture: as it opens, and with something in it.
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {'light' | 'dark'} scheme
 */
async function quickTour(app, scheme) {
  const coming = app.waitForEvent('window');
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('quick-capture')?.click();
  });
  const small = await coming;
  await small.emulateMedia({ colorScheme: scheme });
  const shoot = camera(small, scheme);
  const almost = small.getByRole('textbox', { name: 'What almost happened' });
  await almost.waitFor();
  await shoot('quick-capture');
  await almost.fill('The orders database would have gone read-only, and checkout with it.');
  await small.getByRole('textbox', { name: /^What saved us/ }).fill('The nightly cleanup job.');
  await small.getByRole('checkbox').check();
  await small.getByText('More', { exact: true }).click();
  await shoot('quick-capture-more');
  await small.getByRole('button', { name: 'Empty the form' }).click();
  await small.keyboard.press('Escape');
}

/**
 * The import page: how it begins, several reports, and a table with rows that cannot be imported.
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => Promise<void>} shoot
 */
async function importTour(page, shoot) {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('Import');
  await page.keyboard.press('Enter');
  const text = page.getByLabel(/^Reports from a chat/);
  await text.waitFor();
  await shoot('import');
  const become = page.getByRole('button', { name: 'Show what it becomes' });
  await text.fill(REPORTS);
  await become.click();
  await page.getByRole('button', { name: /^Change The payments pool/ }).click();
  await shoot('import-reports');
  await page.getByRole('button', { name: 'Start over' }).click();
  await text.fill(TABLE);
  await become.click();
  await page.getByRole('region', { name: 'Cannot be imported' }).waitFor();
  await shoot('import-table');
  await page.getByRole('button', { name: 'Start over' }).click();
}

/**
 * Triage, by keyboard; everything is taken back at the end.
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => Promise<void>} shoot
 */
async function triageTour(page, shoot) {
  await page.getByRole('button', { name: /^To triage/ }).click();
  await page.getByRole('heading', { name: /^Orders disk/ }).waitFor();
  await shoot('triage-begin');
  await page.keyboard.press('4');
  await page.keyboard.press('Shift+Digit4');
  await shoot('triage');
  await page.keyboard.press('l');
  await page.getByRole('textbox', { name: /^Reason/ }).waitFor();
  await shoot('triage-reason');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const end = page.getByRole('heading', { name: 'Thank you' });
  while (!(await end.isVisible())) await page.keyboard.press('j');
  await shoot('triage-end');
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: /^Orders disk/ }).waitFor();
  await page.getByRole('button', { name: 'Dismiss this message' }).click();
}

/**
 * Filters, typed and chosen, views, several selected, the palette and the keys.
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => Promise<void>} shoot
 */
async function listTour(page, shoot) {
  const search = page.getByRole('searchbox');
  await search.pressSequentially('theme:c');
  await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
  await shoot('filter-suggestions');
  await search.fill('theme:pool after:2026 ');
  await page.getByRole('list', { name: 'Filters' }).waitFor();
  await shoot('filters');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('filter-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('view-save');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('option').nth(1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Themes…' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('selected');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Select none' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a command or a near miss' }).fill('canary');
  await page.getByRole('option', { name: /^The canary caught/ }).waitFor();
  await shoot('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await shoot('keys');
  await page.keyboard.press('Escape');
}

/**
 * What keeps everything: history, undo, what is not saved, and choosing between versions.
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => Promise<void>} shoot
 * @param {string} library
 */
async function keepingTour(page, shoot, library) {
  const file = path.join(library, '2026/2026-10-22-the-canary-caught-a-tax-rounding-change.md');
  const main = page.getByRole('main');
  await page.getByRole('option', { name: /^The canary caught/ }).dblclick();
  const notes = page.getByRole('textbox', { name: 'Notes' });
  await notes.waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('No earlier versions yet.').waitFor();
  await shoot('history-empty');
  await page.keyboard.press('Escape');
  for (const words of ['Asked the tax team. ', 'They own two of the four services. ']) {
    await notes.press('Control+End');
    await page.keyboard.insertText(words);
    await main.getByText('Saving…').waitFor();
    await main.getByText(/Saved · /).waitFor();
  }
  await page.getByRole('radio', { name: '2 Unlikely' }).check();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: triage changed.').waitFor();
  await shoot('undone');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('region', { name: 'What differs' }).waitFor();
  await shoot('history');
  await page.getByRole('button', { name: /more shortly before/ }).click();
  await page.getByRole('navigation', { name: 'Versions' }).press('ArrowUp');
  await page.getByRole('button', { name: /As it was found/ }).press('ArrowUp');
  await page.getByRole('radio', { name: 'The version before it' }).check();
  await shoot('history-before');
  await page.keyboard.press('Escape');

  const latent = page.getByRole('textbox', { name: 'Latent issue exposed' });
  await latent.waitFor();
  const base = (await latent.textContent()) ?? '';
  const theirs = 'Rounding lives in five services, and nobody owns two of them.';
  const mine = 'Rounding lives in four services, each with rules of its own.';
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(base, theirs)
      .replace(/^title: The/m, 'title: A'),
  );
  await latent.getByText('five').waitFor();
  await page.evaluate(
    async (edit) => {
      const { invoke } = /** @type {any} */ (window).closeCall;
      const list = await invoke('library:list', undefined);
      const record = JSON.parse(list.value.records).find((/** @type {{ path: string }} */ one) =>
        one.path.endsWith('rounding-change.md'),
      );
      if (!record) throw new Error('The record is not listed');
      const section = /** @type {const} */ ('latent');
      const { key } = record;
      for (const [mine, base] of [
        [
          { kind: 'section', section, text: edit.mine },
          { kind: 'section', section, text: edit.base },
        ],
        [
          {
            kind: 'fields',
            fields: { title: 'The canary caught a rounding change of the tax service' },
          },
          { kind: 'fields', fields: { title: record.fields.title.replace(/^A/, 'The') } },
        ],
      ]) {
        await invoke('record:edit', { key, edit: mine, base });
      }
    },
    { mine, base },
  );
  await page.getByRole('button', { name: 'Choose…' }).waitFor();
  await shoot('not-saved');
  await page.getByRole('button', { name: 'Choose…' }).click();
  await page.getByRole('dialog').waitFor();
  await page
    .getByRole('radio', { name: /Keep both/ })
    .first()
    .check();
  await shoot('conflict');
  await page
    .getByRole('radio', { name: /Keep mine/ })
    .last()
    .check();
  await page.keyboard.press('Enter');
  await page.getByText('Saved as you chose.').waitFor();
  await shoot('conflict-settled');
  await page.getByRole('button', { name: '← Near misses' }).click();
}

await run(() =>
  withApp(async ({ start, scratch }) => {
    mkdirSync(OUT, { recursive: true });
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
      const library = path.join(scratch, scheme, 'handbook/near-misses');
      // The pictures show a home like anyone's, not this machine's folders.
      process.env.HOME = path.join(scratch, scheme);
      cpSync(path.join(ROOT, 'resources/sample-library'), library, { recursive: true });
      if (!forReadme) {
        const year = path.join(library, '2026');
        writeFileSync(
          path.join(year, '2026-11-18-bad.md'),
          '---\nclose-call: 1\ntitle: a: b\n---\n',
        );
        writeFileSync(
          path.join(year, '2026-11-18-long.md'),
          `---\nclose-call: 1\nid: long\ntitle: ${LONG}\nstatus: logged\noccurred: 2026-11-18\n---\n`,
        );
      }
      if (!forReadme) {
        leaveVersions(library);
        dueReview(library);
      }
      say(scheme);
      const profile = `--user-data-dir=${path.join(scratch, 'profiles', scheme)}`;
      const running = await start([profile, '--library', library]);
      if (forReadme) await readmeTour(running);
      else await wholeTour(running, scheme, library);
      await running.app.close();
      if (forReadme) break;
    }
  }),
);

/** The day to look again at a decision not to act has come. @param {string} library */
function dueReview(library) {
  const file = path.join(library, '2026/2026-10-22-the-canary-caught-a-tax-rounding-change.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^( {2}review: ).*$/m, '$12026-01-15'));
}

/** Other versions of two near misses, as Syncthing and Git leave them. @param {string} library */
function leaveVersions(library) {
  const orders = path.join(library, '2026/2026-11-20-orders-disk-94-percent');
  const text = readFileSync(`${orders}.md`, 'utf8');
  writeFileSync(
    `${orders}.sync-conflict-20261120-101112-ABCDEF7.md`,
    text
      .replace(/^status: .*$/m, 'status: investigating')
      .replace(/(## Notes\n\n)/, '$1Ana: asked again.\n\n'),
  );
  const ledger = path.join(library, '2026/2026-10-31-ledger-pool-at-98-of-100-during-month-end.md');
  const mine = readFileSync(ledger, 'utf8');
  const theirs = '<<<<<<< HEAD\n$&\n=======\nstatus: investigating\n>>>>>>> ana';
  writeFileSync(ledger, mine.replace(/^status: .*$/m, theirs));
}

/** The pictures of the README, and the exported page beside them. @param {import('./drive/app.mjs').Running} running */
async function readmeTour({ app, page }) {
  await resize(app);
  await page.emulateMedia({ colorScheme: 'light' });
  const shoot = camera(page, 'light');
  await page.getByRole('option', { name: /^Orders disk/ }).click();
  await shoot('home');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Begin with the story' }).waitFor();
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: 'How close it was' }).waitFor();
  await shoot('session-close');
  await page.getByRole('button', { name: 'Leave for now' }).click();
  await page.getByRole('option', { name: /^The canary caught/ }).click();
  await app.evaluate(
    ({ dialog }, file) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    },
    path.join(OUT, 'handbook-page.pdf'),
  );
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: 'Export PDF' }).click();
  await page.getByText('One page written to').waitFor();
  const page1 = path.join(OUT, 'handbook-page');
  const drawn = spawnSync('pdftoppm', ['-png', '-singlefile', '-r', '96', `${page1}.pdf`, page1]);
  if (drawn.error) throw new Problem('To draw the page, pdftoppm is needed (poppler-utils).');
  rmSync(`${page1}.pdf`);
  say('  handbook-page.png');
}
