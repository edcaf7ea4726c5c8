// What a piece of Markdown means, as HTML: the judge of whether two spellings say the same.
// The HTML is only ever compared, never shown.

import { parseMarkdown } from '@core/record/flow';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import {
  type Definitions,
  noDefinitions,
  nodesOf,
  withDefinitions,
} from '../references/definitions';
import { toLineFeeds } from './line-ends';

/**
 * The HTML of Markdown text, or of one block already parsed, with the definitions they may refer
 * to: for text all of its section's, for a block those that were found for its text. Raises what
 * the parser raises.
 */
export function htmlOf(
  markdown: string | RootContent,
  definitions: Definitions = noDefinitions,
): string {
  const tree =
    typeof markdown === 'string'
      ? parseMarkdown(withDefinitions(toLineFeeds(markdown), definitions))
      : { type: 'root' as const, children: [markdown, ...nodesOf(definitions)] };
  const hast = toHast(tree, { allowDangerousHtml: true });
  return toLineFeeds(toHtml(hast, { allowDangerousHtml: true })).trim();
}
