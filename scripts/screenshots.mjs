// @ts-check
// Promises pictures of every page and state in the real app at 1440×900, as each of the looks shows
// them: `npm run screenshots [-- FOLDER] [LOOK…]`, into screenshots/out/ if no folder is named. Those
// that the README shows are written to docs/screenshots/ with `-- --readme`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { resize, withApp } from './drive/app.mjs';
import { run, say } from './electron/problem.mjs';
import { ROOT } from './electron/ready.mjs';
import { cameraFor, LOOKS } from './screenshots/camera.mjs';
import { copySample, makeEventful } from './screenshots/library.mjs';
import { readmeTour } from './screenshots/readme.mjs';
import { wholeTour } from './screenshots/tour.mjs';

const args = process.argv.slice(2);
const forReadme = args.includes('--readme');
const isLook = (/** @type {string} */ arg) => LOOKS.some(({ name }) => name === arg);
const named = args.find((arg) => !arg.startsWith('--') && !isLook(arg));
const OUT = path.resolve(ROOT, forReadme ? 'docs/screenshots' : (named ?? 'screenshots/out'));
const wanted = forReadme ? ['light'] : args.filter(isLook);

/** The room is looked at on a screen of any size. */
const DISPLAY = '3840x2160';

await run(() =>
  withApp(async ({ start, scratch }) => {
    mkdirSync(OUT, { recursive: true });
    for (const look of LOOKS) {
      if (wanted.length > 0 && !wanted.includes(look.name)) continue;
      const library = path.join(scratch, look.name, 'handbook/near-misses');
      // The pictures show a home like anyone's, not this machine's folders.
      process.env.HOME = path.join(scratch, look.name);
      if (forReadme) copySample(library);
      else makeEventful(library);
      say(look.name);
      const profile = `--user-data-dir=${path.join(scratch, 'profiles', look.name)}`;
      const running = await start([profile, '--library', library]);
      // A size or a zoom that is set while the page is still on its way does not last.
      await running.page.getByRole('option').first().waitFor();
      await resize(running.app);
      const camera = cameraFor(running.app, look, OUT);
      if (forReadme) await readmeTour(running, await camera(running.page), OUT);
      else await wholeTour(running, camera, library);
      await running.app.close();
    }
  }, DISPLAY),
);
