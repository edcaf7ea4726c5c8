// @ts-check
// Promises the kill trials of the real app: `node scripts/app-kills.mjs [--trials N] [--seed N]
// [--from TRIAL] [--slow-writes] [--json FILE]`; see test/app-kills/main.ts.
import { foreground } from './electron/launch.mjs';
import { run } from './electron/problem.mjs';
import { ROOT } from './electron/ready.mjs';
import { ensureTools } from './electron/system.mjs';

const tsx = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'test/tsconfig.json'];
const args = [...tsx, 'test/app-kills/main.ts', ...process.argv.slice(2)];
await run(async () => {
  if (args.includes('--slow-writes')) ensureTools({ strace: 'strace' });
  process.exitCode = await foreground(process.execPath, args, { cwd: ROOT, env: process.env });
});
