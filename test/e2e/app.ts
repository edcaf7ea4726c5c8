// A fresh app for each test: its own profile and its own library, in temp folders that go after.

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SAMPLE = join(ROOT, 'resources/sample-library');

/** Of the displays there are, each worker has its own. */
const displays = process.env.CLOSE_CALL_DISPLAYS?.split(' ') ?? [];
const display = displays[Number(process.env.TEST_PARALLEL_INDEX)];
if (display) process.env.DISPLAY = display;

interface RunningApp {
  app: ElectronApplication;
  page: Page;
}

interface Fixtures {
  /** A folder that is gone after the test. */
  scratch: string;
  /** Starts the built app, with a profile in the scratch folder; closed after the test. */
  start: (args?: string[], env?: Record<string, string>) => Promise<RunningApp>;
  /** A copy of the sample library. */
  sample: string;
  /** A library without a record. */
  empty: string;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires the pattern.
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'close-call-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ scratch }, use) => {
    const running = new Set<ElectronApplication>();
    await use(async (args = [], env) => {
      const app = await electron.launch({
        cwd: ROOT,
        // The system's and the app's own choice, not Playwright's.
        colorScheme: null,
        args: ['.', `--user-data-dir=${join(scratch, 'profile')}`, ...args],
        ...(env ? { env } : {}),
      });
      running.add(app);
      app.once('close', () => running.delete(app));
      return { app, page: await app.firstWindow() };
    });
    for (const app of running) await app.close();
  },
  sample: async ({ scratch }, use) => {
    const folder = join(scratch, 'library');
    await cp(SAMPLE, folder, { recursive: true });
    await use(folder);
  },
  empty: async ({ scratch }, use) => {
    const folder = join(scratch, 'library');
    await mkdir(folder);
    await writeFile(join(folder, 'close-call.yml'), 'close-call: 1\nname: Team near misses\n');
    await use(folder);
  },
});

/** The next folder dialog answers with this folder; null cancels it. */
export async function chooseFolder(app: ElectronApplication, folder: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({
      canceled: path === null,
      filePaths: path === null ? [] : [path],
    });
  }, folder);
}

/** The next save dialog answers with this file; null cancels it. */
export async function chooseFile(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
  }, file);
}

/** Puts text on the system's clipboard. */
export async function copyText(app: ElectronApplication, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
}

/** Is it the small window of quick capture? */
export const isQuick = (page: Page) => page.url().endsWith('/capture.html');

/** Is it the room's window? */
export const isRoom = (page: Page) => page.url().endsWith('/room.html');

/** Is it the main window? */
export const isMain = (page: Page) => page.url().endsWith('/index.html');

/** Opens the small window by its command in the menu. */
export async function openQuick(app: ElectronApplication): Promise<Page> {
  const known = app.windows().find(isQuick);
  const coming = known ?? app.waitForEvent('window', isQuick);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('quick-capture')?.click();
  });
  const small = await coming;
  await expect.poll(() => isQuickShown(app)).toBe(true);
  return small;
}

/** Is the small window in sight? */
export function isQuickShown(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().endsWith('/capture.html') && window.isVisible(),
    ),
  );
}

/** Ends the app as a crash would: no handler of its own runs. */
export async function killHard(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

export { expect } from '@playwright/test';
