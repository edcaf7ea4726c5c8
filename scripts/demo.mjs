// @ts-check
// Promises a whole session on a real near miss, played in the real app without anyone at the
// keyboard: screenshots, the record, its Markdown and its PDF are left in demo/out/.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { resize, withApp } from './drive/app.mjs';
import { run, say } from './electron/problem.mjs';
import { ROOT } from './electron/ready.mjs';

const OUT = path.join(ROOT, 'demo/out');
const CASE = path.join(ROOT, 'test/fixtures/cases/06-homebrew-token.txt');

/** @type {[name: string, state: string][]} */
const BARRIERS = [
  ['Secrets kept out of CI logs', 'Failed'],
  ['Tokens with the least scope', 'Failed'],
  ['A researcher who looked', 'Stopped it'],
  ['Review before a push to master', 'Absent'],
  ['Audit log of pushes', 'Untested'],
];

await run(() =>
  withApp(async ({ start, scratch }) => {
    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT, { recursive: true });
    const library = path.join(scratch, 'library');
    mkdirSync(library);
    writeFileSync(path.join(library, 'close-call.yml'), 'close-call: 1\nname: Demo near misses\n');

    say('Opening the app');
    const { app, page } = await start(['--library', library]);
    await resize(app);
    let shots = 0;
    /** @param {string} name */
    const shoot = async (name) => {
      shots += 1;
      const file = `${String(shots).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: path.join(OUT, file) });
      say(`  ${file}`);
    };

    say('Capturing a near miss by pasting it from a channel');
    await page.getByRole('button', { name: 'Capture a near miss' }).click();
    await app.evaluate(
      ({ clipboard }, text) => clipboard.writeText(text),
      readFileSync(CASE, 'utf8'),
    );
    await page.getByRole('textbox', { name: 'What almost happened' }).press('Control+V');
    await page.getByText('Filled in from what you pasted.').waitFor();
    await shoot('capture');
    await page.getByRole('button', { name: 'Save and start a session' }).click();

    say('Holding the session');
    const people = page.getByRole('combobox', { name: /Who is here/ });
    for (const name of ['Ana', 'Sam', 'Lee']) {
      await people.fill(name);
      await people.press('Enter');
    }
    await page.getByRole('combobox', { name: 'Facilitator' }).fill('Ana');
    await shoot('opening');
    await page.getByRole('button', { name: 'Begin with the story' }).click();

    await page.getByRole('textbox', { name: 'Trigger' }).fill('A CI log was public');
    await shoot('story');
    await page.keyboard.press('Alt+ArrowRight');

    for (const [name, state] of BARRIERS) {
      await page.getByRole('button', { name: 'Add barrier' }).click();
      await page
        .getByRole('textbox', { name: /^Barrier \d/ })
        .last()
        .fill(name);
      await page
        .getByRole('group', { name: `What ${name} did` })
        .getByText(state)
        .click();
    }
    const saver = page.getByRole('listitem', { name: 'A researcher who looked' });
    await saver.getByLabel('Kind of').selectOption('person by chance');
    await saver.getByRole('radio', { name: 'No' }).check({ force: true });
    await shoot('what-saved-us');
    await page.keyboard.press('Alt+ArrowRight');
    await shoot('how-close');
    await page.keyboard.press('Alt+ArrowRight');

    const could = page.getByRole('textbox', { name: 'What could have happened' });
    await could.click();
    await page.keyboard.type('Every Mac that runs ');
    await page.keyboard.type('`brew update`');
    await page.keyboard.type(' would have run someone else’s code, with nothing to notice it.');
    await page.getByRole('textbox', { name: 'Harm' }).fill('Foreign code on every updated Mac');
    await page.getByText('5 Catastrophic').click();
    await page.getByText('3 Possible').click();
    await page.getByRole('button', { name: 'Remove the saver' }).click();
    await shoot('what-could-have-happened');
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.keyboard.press('Alt+ArrowRight');
    await shoot('latent-issue');
    await page.keyboard.press('Alt+ArrowRight');

    await page.getByRole('button', { name: 'Add action' }).click();
    await page
      .getByRole('textbox', { name: 'Action 1' })
      .fill('Require review before anything reaches master');
    await page.getByLabel('Kind').selectOption('reinforce');
    await page.getByRole('combobox', { name: 'Owner' }).fill('Lee');
    await page.getByLabel('Due').fill('2026-12-11');
    await page.getByLabel('Effort').selectOption('small');
    await shoot('actions');
    await page.keyboard.press('Alt+ArrowRight');
    await shoot('read-out');
    await page.getByRole('button', { name: 'Finish session' }).click();
    await page.getByText('The session is finished and saved.').waitFor();
    await shoot('record');

    for (const [format, name] of /** @type {const} */ ([
      ['md', 'Export Markdown'],
      ['pdf', 'Export PDF'],
    ])) {
      say(`Exporting: ${name}`);
      await app.evaluate(
        ({ dialog }, file) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
        },
        path.join(OUT, `handbook-page.${format}`),
      );
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByText(`One page written to`).last().waitFor();
      await page.getByRole('button', { name: 'Dismiss this message' }).last().click();
    }
    for (const year of readdirSync(library).filter((entry) => /^\d{4}$/.test(entry))) {
      cpSync(path.join(library, year), path.join(OUT, 'record'), { recursive: true });
    }
    say(
      `Done. Screenshots, the record, its Markdown and its PDF are in ${path.relative(ROOT, OUT)}/`,
    );
  }),
);
