// The app's own pages, served from app://close-call through a fixed map made at start: nothing
// outside the map can be named, so no path can escape. The content security policy goes with
// every answer.

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Protocol } from 'electron';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://close-call';

/** What a page may load: its own files, and images it carries inside itself. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Paths as they stand in URLs, to files: everything below `folder` with a type we serve. */
function assetMap(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => extname(file) in TYPES)
      .map((file) => [`/${file.replaceAll('\\', '/')}`, join(folder, file)]),
  );
}

/** Answers app:// requests from the map; everything else is 404. */
export function serveAssets(protocol: Protocol, folder: string): void {
  const map = assetMap(folder);
  protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url);
    const file = url.host === new URL(APP_ORIGIN).host ? map.get(url.pathname) : undefined;
    if (!file || request.method !== 'GET') return new Response(null, { status: 404 });
    return new Response(readFileSync(file), {
      headers: {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
