// What a letter costs does not grow with the page around it: the browser lays out the box that is
// typed in, and nothing else of the page (see `.place` in SessionFrame and RecordPage).

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { resize } from '../../scripts/drive/app.mjs';
import { expect, test } from './app';

interface Layout {
  partialLayout: boolean;
  dirtyObjects: number;
}

/** The layouts that typing a word sets off, as the browser's own tracing tells of them. */
async function layoutsOfTyping(
  app: ElectronApplication,
  page: Page,
  file: string,
): Promise<Layout[]> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ['devtools.timeline'],
      excluded_categories: ['*'],
    }),
  );
  // Letters that end no line, each drawn before the next.
  await page.keyboard.type('iiii', { delay: 50 });
  await app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file);
  const { traceEvents } = JSON.parse(await readFile(file, 'utf8')) as {
    traceEvents: { name: string; args: { beginData?: Layout } }[];
  };
  return traceEvents.flatMap(({ name, args }) =>
    name === 'Layout' && args.beginData ? [args.beginData] : [],
  );
}

/** Typed in this editor, a letter is laid out alone. */
async function expectAlone(app: ElectronApplication, page: Page, editor: Locator, file: string) {
  await editor.click();
  // Nothing is under the pointer that would change its looks.
  await page.mouse.move(1, 1);
  await page.keyboard.type('ii', { delay: 150 });
  // The first letter after a pause also says that something is not saved yet.
  await expect(page.getByText('Saved ·').first()).toBeVisible();
  const layouts = await layoutsOfTyping(app, page, file);
  expect(layouts.length).toBeGreaterThan(0);
  for (const { partialLayout, dirtyObjects } of layouts) {
    expect(partialLayout).toBe(true);
    // The letter's line, and the boxes around it up to the one that scrolls.
    expect(dirtyObjects).toBeLessThan(20);
  }
}

for (const width of [1440, 1000]) {
  test.describe(`in a window ${width} pixels wide, a letter lays out the box it is typed in`, () => {
    test("on a record's page", async ({ start, sample, scratch }) => {
      const { app, page } = await start(['--library', sample]);
      await resize(app, width);
      await page.getByRole('option', { name: /^Orders disk/ }).dblclick();
      const notes = page.getByRole('textbox', { name: 'Notes' });
      await expectAlone(app, page, notes, join(scratch, 'trace.json'));
    });

    test('in a session', async ({ start, sample, scratch }) => {
      const { app, page } = await start(['--library', sample]);
      await resize(app, width);
      await page.getByRole('option', { name: /^Orders disk/ }).click();
      await page.keyboard.press('s');
      await page.getByRole('button', { name: 'Begin with the story' }).click();
      const story = page.getByRole('main').getByRole('textbox').first();
      await expectAlone(app, page, story, join(scratch, 'trace.json'));
    });
  });
}
