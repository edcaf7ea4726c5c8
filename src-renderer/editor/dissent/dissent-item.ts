// "The room did not agree": room for two accounts at the section's end, with the caret in the first.
// Undone as one step, like anything that is done in the editor.

import { ACCOUNT_HEADINGS, DISSENT_HEADING } from '@core/session/dissent';
import { $createHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, $isParagraphNode } from 'lexical';
import { Split } from 'lucide-react';
import type { ToolbarItem } from '../toolbar/toolbar-item';

/** To be run in an update. */
export function $addAccounts(): void {
  const root = $getRoot();
  const last = root.getLastChild();
  // An empty line at the end is where someone was about to go on.
  if ($isParagraphNode(last) && last.isEmpty()) last.remove();
  const heading = (tag: HeadingTagType, words: string) =>
    $createHeadingNode(tag).append($createTextNode(words));
  const [one, another] = ACCOUNT_HEADINGS;
  const first = $createParagraphNode();
  root.append(
    heading('h3', DISSENT_HEADING),
    heading('h4', one),
    first,
    heading('h4', another),
    $createParagraphNode(),
  );
  first.select();
}

export const dissentItem: ToolbarItem = {
  name: DISSENT_HEADING,
  icon: Split,
  run: (editor) => editor.update($addAccounts),
};
