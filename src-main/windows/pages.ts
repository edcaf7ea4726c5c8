// The app's pages: one for each role a window can have, and what they may load.

import type { WindowRole } from '@core/ipc/roles';
import { APP_ORIGIN } from './assets';

const PAGES: Record<WindowRole, string> = {
  main: 'index.html',
  room: 'room.html',
  capture: 'capture.html',
};

/** The dev server's address while developing, else the app's own page. */
export function pageUrl(role: WindowRole): string {
  return `${devServer() ?? APP_ORIGIN}/${PAGES[role]}`;
}

/** Beginnings of the URLs that the app's pages may load; the dev server's only while developing. */
export function loadableUrls(): string[] {
  const dev = devServer();
  const own = [`${APP_ORIGIN}/`, 'devtools:'];
  return dev ? [...own, `${dev}/`, `ws://${new URL(dev).host}/`] : own;
}

/** Is it one of the app's own pages? Only those are answered. */
export function isOwnPage(url: string): boolean {
  return url.startsWith(`${devServer() ?? APP_ORIGIN}/`);
}

/** An origin. Never in a build: the bundler leaves nothing of this there. */
function devServer(): string | undefined {
  const url = import.meta.env.DEV ? process.env.ELECTRON_RENDERER_URL : undefined;
  return url ? new URL(url).origin : undefined;
}
