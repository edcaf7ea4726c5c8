// Headings of the two levels a section has, and back to text.

import { $createHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $createParagraphNode, $getSelection, type LexicalEditor } from 'lexical';
import { Heading3, Heading4, type LucideIcon } from 'lucide-react';
import type { ToolbarItem } from '../toolbar/toolbar-item';
import { $toolbarState, isBlock, isOutsideTables } from '../toolbar/toolbar-state';

function toggle(editor: LexicalEditor, tag: HeadingTagType): void {
  editor.update(() => {
    const off = $toolbarState().heading === tag;
    $setBlocksType($getSelection(), () => (off ? $createParagraphNode() : $createHeadingNode(tag)));
  });
}

const heading = (tag: HeadingTagType, name: string, icon: LucideIcon): ToolbarItem => ({
  name,
  icon,
  isOn: (state) => state.heading === tag,
  isEnabled: isBlock,
  isShown: isOutsideTables,
  run: (editor) => toggle(editor, tag),
});

export const headingItems: ToolbarItem[] = [
  heading('h3', 'Heading', Heading3),
  heading('h4', 'Smaller heading', Heading4),
];
