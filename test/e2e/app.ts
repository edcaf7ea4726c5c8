// A fresh app for each test: its own profile and its own library, in temp folders that go after.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from '@playwright/test';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
}

/** Starts the built app with the given profile folder and arguments, and waits for its window. */
export async function launch(profile: string, args: string[] = []): Promise<RunningApp> {
  const app = await electron.launch({
    cwd: ROOT,
    args: ['.', `--user-data-dir=${profile}`, ...args],
  });
  const page = await app.firstWindow();
  return { app, page };
}

interface Fixtures {
  /** A folder that is gone after the test. */
  scratch: string;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires the pattern.
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'close-call-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
