// @ts-check
// Promises the end-to-end tests in a real Electron, with a display of its own where there is none:
// `npm run test:e2e [-- Playwright's arguments]`.
import { ensureBuilt } from './electron/build.mjs';
import { withDisplay } from './electron/display.mjs';
import { foreground } from './electron/launch.mjs';
import { run } from './electron/problem.mjs';
import { electronEnv, ROOT } from './electron/ready.mjs';
import { resolveElectron } from './electron/runtime.mjs';
import { ensureLibraries } from './electron/system.mjs';

await run(async () => {
  const electron = await resolveElectron();
  ensureLibraries(electron.executable);
  await ensureBuilt(ROOT);
  const display = await withDisplay();
  const env = { ...electronEnv(), ...display.env, ELECTRON_OVERRIDE_DIST_PATH: electron.dist };
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)];
  process.exitCode = await foreground(process.execPath, playwright, { cwd: ROOT, env });
  await display.stop();
});
