// What the app understands of its command line: `--library DIR` or `--library=DIR`, and a
// close-call: link, as the system hands it over. Everything else is Chromium's, Electron's or
// nobody's, and is passed over.

import { resolve } from 'node:path';
import { isLink } from '@core/capture/link';

/** The folder of the library to open, absolute; null when none is named. */
export function libraryArgument(argv: readonly string[], cwd: string): string | null {
  for (const [index, arg] of argv.entries()) {
    const value = arg === '--library' ? argv[index + 1] : afterEquals(arg);
    if (value && !value.startsWith('--')) return resolve(cwd, value);
  }
  return null;
}

/** The link the app was started with, good or bad; null when there is none. */
export function linkArgument(argv: readonly string[]): string | null {
  return argv.find(isLink) ?? null;
}

function afterEquals(arg: string): string | undefined {
  return arg.startsWith('--library=') ? arg.slice('--library='.length) : undefined;
}
