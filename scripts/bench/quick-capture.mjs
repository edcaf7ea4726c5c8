// @ts-check
// Promises how long quick capture takes in the running app: from the command to the small window
// shown with the focus in its first field. At once after the start, when the window has to be made;
// the first time after a quiet moment, in which it was made out of sight; and again.
import path from 'node:path';
import { makeLibrary } from '../../test/bench/make-library.mjs';
import { withApp } from '../drive/app.mjs';
import { ROOT } from '../electron/ready.mjs';

/** @typedef {{ atOnce: number[], first: number[], again: number[] }} Openings */

/**
 * Milliseconds of openings, one of each per run.
 * @param {number} runs
 * @param {number} records
 * @returns {Promise<Openings>}
 */
export async function measureQuickCapture(runs, records) {
  /** @type {Openings} */
  const measured = { atOnce: [], first: [], again: [] };
  await withApp(async ({ start, scratch }) => {
    const library = path.join(scratch, 'library');
    makeLibrary(path.join(ROOT, 'resources/sample-library'), library, records);
    for (let run = 0; run <= runs; run += 1) {
      const busy = await usable(await start(['--library', library]));
      const atOnce = await open(busy);
      await busy.close();
      const app = await usable(await start(['--library', library]));
      await (app.windows().find(isSmall) ?? app.waitForEvent('window', isSmall));
      const first = await open(app);
      await app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().endsWith('/capture.html'))
          ?.close();
      });
      const again = await open(app);
      await app.close();
      // The first start of all fills the system's caches.
      if (run === 0) continue;
      measured.atOnce.push(atOnce);
      measured.first.push(first);
      measured.again.push(again);
    }
  });
  return measured;
}

/** @param {import('@playwright/test').Page} page */
const isSmall = (page) => page.url().endsWith('/capture.html');

/** @param {import('../drive/app.mjs').Running} running */
async function usable({ app, page }) {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  return app;
}

/** @param {import('@playwright/test').ElectronApplication} app */
function open(app) {
  return app.evaluate(async ({ BrowserWindow, Menu }) => {
    const from = performance.now();
    const isThere = async () => {
      const small = BrowserWindow.getAllWindows().find((window) =>
        window.webContents.getURL().endsWith('/capture.html'),
      );
      if (!small?.isVisible() || small.webContents.isLoadingMainFrame()) return false;
      return small.webContents.executeJavaScript(
        "document.hasFocus() && document.activeElement?.tagName === 'TEXTAREA'",
      );
    };
    Menu.getApplicationMenu()?.getMenuItemById('quick-capture')?.click();
    while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 2));
    return performance.now() - from;
  });
}
