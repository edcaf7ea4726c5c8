// A section open in an editor that is not on screen, with the same extensions as one that is.
// The editor is shared: opening a section closes the one before.

import { buildEditorFromExtensions } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { $exportSection } from '@renderer/editor/markdown/export-section';
import { loadSection } from '@renderer/editor/markdown/load-section';
import { SectionMarkdownExtension } from '@renderer/editor/markdown/section-markdown';
import {
  $getRoot,
  configExtension,
  defineExtension,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';

export interface OpenSection {
  editor: LexicalEditor;
  /** The section's Markdown as it would be saved now. */
  markdown(): string;
  /** Changes the content at once. */
  edit(change: (root: ElementNode) => void): void;
}

const editor = buildEditorFromExtensions(
  defineExtension({
    name: 'test',
    $initialEditorState: null,
    dependencies: [
      SectionMarkdownExtension,
      configExtension(HistoryExtension, { disabled: false, delay: 0 }),
    ],
    onError: (error) => {
      throw error;
    },
  }),
);

export function openSection(markdown: string): OpenSection {
  const memory = loadSection(editor, markdown);
  return {
    editor,
    markdown: () => editor.read(() => $exportSection(memory)),
    edit: (change) => editor.update(() => change($getRoot()), { discrete: true }),
  };
}
