// The editor on the page: the section's Markdown, and everything a person does to it.

import { $isCodeNode } from '@lexical/code-core';
import { ClickAfterLastBlockExtension } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { CheckListExtension } from '@lexical/list';
import { MdastShortcutsExtension } from '@lexical/mdast';
import { TableExtension } from '@lexical/table';
import { $isDecoratorNode, $isElementNode, configExtension, defineExtension } from 'lexical';
import { EdgeKeysExtension } from './keys/edge-keys';
import { LettersStayExtension } from './keys/letters-stay';
import { LinkKeysExtension } from './links/link-extension';
import { ListKeysExtension } from './lists/list-keys';
import { SectionMarkdownExtension } from './markdown/section-markdown';
import { MarkExtension } from './marks/mark-extension';
import { PasteExtension } from './paste/paste-extension';
import { theme } from './theme';

export const SectionEditorExtension = defineExtension({
  name: 'close-call/section-editor',
  // One name for all sections, so that one can be copied into another.
  namespace: 'close-call',
  theme,
  // The section is loaded by useSection, which has to know what it loaded.
  $initialEditorState: null,
  onError: (error) => {
    // The editor goes back to how it was; whoever listens to the window's errors hears of it.
    queueMicrotask(() => {
      throw error;
    });
  },
  dependencies: [
    SectionMarkdownExtension,
    configExtension(TableExtension, { hasHorizontalScroll: true }),
    configExtension(HistoryExtension, { disabled: false }),
    configExtension(ClickAfterLastBlockExtension, {
      $shouldInsertAfter: (node) =>
        $isDecoratorNode(node) ||
        $isCodeNode(node) ||
        ($isElementNode(node) && node.isShadowRoot()),
    }),
    CheckListExtension,
    MdastShortcutsExtension,
    MarkExtension,
    ListKeysExtension,
    LinkKeysExtension,
    EdgeKeysExtension,
    PasteExtension,
    LettersStayExtension,
  ],
});
