// @ts-check
// Promises the path of an Electron that runs, alone on stdout: `npm run -s electron:path`.
import { run } from './problem.mjs';
import { resolveElectron } from './runtime.mjs';

await run(async () => {
  const { executable } = await resolveElectron();
  process.stdout.write(`${executable}\n`);
});
