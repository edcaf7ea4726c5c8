// Links that may leave the app: https: and mailto:, as parsed by URL, and nothing else.

import { AppError } from '@core/errors';

const ALLOWED = ['https:', 'mailto:'];

/** The link as it is handed to the system. Raises AppError `not-allowed`. */
export function outsideLink(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (!url || !ALLOWED.includes(url.protocol)) {
    throw new AppError('not-allowed', 'Only https: and mailto: links are opened.', { href });
  }
  return url.href;
}
