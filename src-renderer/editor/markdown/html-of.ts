// What a piece of Markdown means, as HTML: the judge of whether two spellings say the same.
// The HTML is only ever compared, never shown.

import { parseMarkdown } from '@core/record/flow';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toLineFeeds } from './line-ends';

/** The HTML of Markdown text, or of one block already parsed. Raises what the parser raises. */
export function htmlOf(markdown: string | RootContent): string {
  const tree =
    typeof markdown === 'string'
      ? parseMarkdown(toLineFeeds(markdown))
      : { type: 'root' as const, children: [markdown] };
  const hast = toHast(tree, { allowDangerousHtml: true });
  return toLineFeeds(toHtml(hast, { allowDangerousHtml: true })).trim();
}
