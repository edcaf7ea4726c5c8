// @ts-check
// Promises the app's window with live reloading: `npm run dev [-- arguments for the app]`.
import { electronVite } from './launch.mjs';
import { run } from './problem.mjs';
import { electronEnv, electronForWindows, mustSkipSandbox, ROOT } from './ready.mjs';

await run(async () => {
  const { dist, executable } = await electronForWindows();
  const args = ['dev', ...(mustSkipSandbox() ? ['--noSandbox'] : [])];
  process.exitCode = await electronVite(ROOT, [...args, '--', ...process.argv.slice(2)], {
    ...electronEnv(),
    ELECTRON_EXEC_PATH: executable,
    ELECTRON_OVERRIDE_DIST_PATH: dist,
  });
});
