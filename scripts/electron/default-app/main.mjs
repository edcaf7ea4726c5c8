// @ts-check
// Promises that `electron PATH [arguments]` starts the app at PATH, as the default app of an official
// Electron does. Packed into resources/default_app.asar of the Electron that fallback.mjs makes.
// Being an ES module, it holds back the app's 'ready' event until the app's main has been loaded.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app as publicApp } from 'electron';

/**
 * The setters that Electron keeps for default apps, and leaves out of its types.
 * @typedef {typeof publicApp & { setVersion(v: string): void, setAppPath(p: string): void }} App
 */
const app = /** @type {App} */ (publicApp);

// Read in full before anything is required: what -r names may change process.argv (Playwright does).
/** @type {string[]} */
const preloads = [];
/** @type {string | undefined} */
let target;
let previous = '';
for (const arg of process.argv.slice(1)) {
  if (previous === '-r' || previous === '--require') preloads.push(arg);
  else if (!arg.startsWith('-')) target = path.resolve(arg);
  if (target !== undefined) break;
  previous = arg;
}
if (target === undefined) {
  console.error('Name the app to start: electron PATH [arguments]');
  process.exit(1);
}

// As official ones do, so that an app can tell that argv[1] is its own path.
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const fromHere = createRequire(path.join(process.cwd(), 'electron'));
for (const module of preloads) fromHere(module);

try {
  const manifest = path.join(target, 'package.json');
  if (existsSync(manifest)) {
    const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (version) app.setVersion(version);
    app.name = productName ?? name ?? app.name;
    app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  }
  // Resolving reads the `main` of package.json, or finds index.js, or takes a file as it is.
  const main = fromHere.resolve(target);
  app.setAppPath(existsSync(manifest) ? target : path.dirname(main));
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error('The app could not be started.');
  console.error(error);
  process.exit(1);
}
