// @ts-check
// Promises how long quick capture takes in the running app: from the command to the small window
// shown with the focus in its first field, the first time (the window is made) and again.
import path from 'node:path';
import { makeLibrary } from '../../test/bench/make-library.mjs';
import { withApp } from '../drive/app.mjs';
import { ROOT } from '../electron/ready.mjs';

/**
 * Milliseconds of first openings and of openings again, one of each per run.
 * @param {number} runs
 * @param {number} records
 * @returns {Promise<{ first: number[], again: number[] }>}
 */
export async function measureQuickCapture(runs, records) {
  /** @type {{ first: number[], again: number[] }} */
  const measured = { first: [], again: [] };
  await withApp(async ({ start, scratch }) => {
    const library = path.join(scratch, 'library');
    makeLibrary(path.join(ROOT, 'resources/sample-library'), library, records);
    for (let run = 0; run <= runs; run += 1) {
      const { app, page } = await start(['--library', library]);
      await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
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
      measured.first.push(first);
      measured.again.push(again);
    }
  });
  return measured;
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
