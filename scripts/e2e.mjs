// @ts-check
// Promises the end-to-end tests in a real Electron, with displays of its own where there is none, and
// then two files of tests beside each other: `npm run test:e2e [-- Playwright's arguments]`.
import { availableParallelism } from 'node:os';
import { ensureBuilt } from './electron/build.mjs';
import { hasDisplay, withDisplay } from './electron/display.mjs';
import { foreground } from './electron/launch.mjs';
import { run } from './electron/problem.mjs';
import { electronEnv, ROOT } from './electron/ready.mjs';
import { resolveElectron } from './electron/runtime.mjs';
import { ensureLibraries } from './electron/system.mjs';

await run(async () => {
  const electron = await resolveElectron();
  ensureLibraries(electron.executable);
  await ensureBuilt(ROOT);
  // Apps on one display would take the focus and the clipboard from each other.
  const count = hasDisplay() ? 1 : Math.min(2, availableParallelism());
  const displays = await Promise.all(Array.from({ length: count }, () => withDisplay()));
  const env = {
    ...electronEnv(),
    ...displays[0]?.env,
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    CLOSE_CALL_DISPLAYS: displays.map((display) => display.env.DISPLAY ?? '').join(' '),
  };
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)];
  process.exitCode = await foreground(process.execPath, playwright, { cwd: ROOT, env });
  await Promise.all(displays.map((display) => display.stop()));
});
