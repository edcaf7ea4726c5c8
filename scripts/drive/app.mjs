// @ts-check
// Promises the real app under a script's control: runtime, libraries, build and display included.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { ensureBuilt } from '../electron/build.mjs';
import { withDisplay } from '../electron/display.mjs';
import { electronEnv, ROOT } from '../electron/ready.mjs';
import { resolveElectron } from '../electron/runtime.mjs';
import { ensureLibraries } from '../electron/system.mjs';

/**
 * @typedef {import('@playwright/test').ElectronApplication} ElectronApplication
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ app: ElectronApplication, page: Page }} Running
 * @typedef {(args?: string[], entry?: string) => Promise<Running>} Start
 */

/**
 * Runs `drive` with a scratch folder and a way to start the app; everything started is closed and
 * the folder removed at the end. Each start without a profile of its own shares one.
 * @param {(tools: { start: Start, scratch: string }) => Promise<void>} drive
 * @param {string} [size] of the display, where it is one of our own
 */
export async function withApp(drive, size) {
  const runtime = await resolveElectron();
  ensureLibraries(runtime.executable);
  await ensureBuilt(ROOT);
  const display = await withDisplay(process.env, size);
  const scratch = mkdtempSync(path.join(tmpdir(), 'close-call-'));
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;
  /** @type {Set<ElectronApplication>} */
  const running = new Set();
  try {
    await drive({
      scratch,
      start: async (args = [], entry = '.') => {
        const profile = `--user-data-dir=${path.join(scratch, 'profile')}`;
        const app = await electron.launch({
          cwd: ROOT,
          args: [
            entry,
            ...(args.some((arg) => arg.startsWith('--user-data-dir')) ? [] : [profile]),
            ...args,
          ],
          env: /** @type {Record<string, string>} */ ({ ...display.env, ...electronEnv() }),
        });
        running.add(app);
        app.once('close', () => running.delete(app));
        return { app, page: await app.firstWindow() };
      },
    });
  } finally {
    for (const app of running) await app.close();
    await display.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The windows at the size of the pictures, but for the small one of quick capture.
 * @param {ElectronApplication} app
 * @param {number} [width]
 * @param {number} [height]
 */
export async function resize(app, width = 1440, height = 900) {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (window.webContents.getURL().endsWith('/capture.html')) continue;
        window.setContentSize(size.width, size.height);
      }
    },
    { width, height },
  );
}
