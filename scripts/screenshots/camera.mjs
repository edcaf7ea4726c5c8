// @ts-check
// Promises pictures of windows as different people see them: light, dark, with more contrast, in the
// system's own colours, and twice as large.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../electron/problem.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').ElectronApplication} ElectronApplication
 * @typedef {Parameters<Page['emulateMedia']>[0]} Media
 * @typedef {{ name: string, media: Media, zoom: number }} Look
 * @typedef {(name: string) => Promise<void>} Shoot
 * @typedef {(page: Page) => Promise<Shoot>} Camera
 */

/** @type {readonly Look[]} */
export const LOOKS = [
  { name: 'light', media: { colorScheme: 'light' }, zoom: 1 },
  { name: 'dark', media: { colorScheme: 'dark' }, zoom: 1 },
  { name: 'contrast', media: { colorScheme: 'light', contrast: 'more' }, zoom: 1 },
  // As Windows and its contrast themes do it: few colours, all of them the system's.
  {
    name: 'forced',
    media: { colorScheme: 'dark', contrast: 'more', forcedColors: 'active' },
    zoom: 1,
  },
  { name: 'zoomed', media: { colorScheme: 'light' }, zoom: 2 },
];

/**
 * Gives each window the look, and takes its pictures.
 * @param {ElectronApplication} app
 * @param {Look} look
 * @param {string} folder
 * @returns {Camera}
 */
export function cameraFor(app, look, folder) {
  return async (page) => {
    await page.emulateMedia(look.media);
    await zoom(app, page, look.zoom);
    return async (name) => {
      // Whatever moves has come to rest, whatever is loaded has come.
      await page.waitForFunction(() => document.fonts.status === 'loaded');
      await page.evaluate(atRest);
      const file = `${name}-${look.name}.png`;
      const to = path.join(folder, file);
      // Of a page that is zoomed the first knows only a corner.
      if (look.zoom === 1) await page.screenshot({ path: to, animations: 'disabled' });
      else writeFileSync(to, Buffer.from(await wholeOf(app, page), 'base64'));
      say(`  ${file}`);
    };
  };
}

/** Resolves when what moves has ended and what is there now has been painted. */
async function atRest() {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

/** A picture of the page's window, as base64. @param {ElectronApplication} app @param {Page} page */
function wholeOf(app, page) {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL() === url);
    const picture = await window?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  }, page.url());
}

/**
 * As the View menu does it: all windows of the app are zoomed alike.
 * @param {ElectronApplication} app
 * @param {Page} page
 * @param {number} factor
 */
async function zoom(app, page, factor) {
  const before = await page.evaluate(() => devicePixelRatio);
  await app.evaluate(({ BrowserWindow }, to) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(to);
  }, factor);
  if (before !== factor) {
    await page.waitForFunction((to) => devicePixelRatio === to, factor);
  }
}
