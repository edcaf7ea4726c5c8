// @ts-check
// Promises the app's window, from source: `npm start [-- arguments for the app]`. Builds first if
// there is no build of the sources as they are.
import { ensureBuilt } from './build.mjs';
import { foreground } from './launch.mjs';
import { run } from './problem.mjs';
import { electronEnv, electronForWindows, mustSkipSandbox, ROOT } from './ready.mjs';

await run(async () => {
  const { executable } = await electronForWindows();
  await ensureBuilt(ROOT);
  // The path stays first, where apps run by a default app expect it.
  const args = ['.', ...(mustSkipSandbox() ? ['--no-sandbox'] : []), ...process.argv.slice(2)];
  process.exitCode = await foreground(executable, args, { cwd: ROOT, env: electronEnv() });
});
