// An editor of Lexical's with nothing of ours: what a key costs at least, for the same text in the
// same letters.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

const editor = createEditor({ namespace: 'bare', onError: (error) => console.error(error) });
editor.setRootElement(document.getElementById('editor'));
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);

/** Fills the editor with paragraphs. */
Object.assign(window, {
  fill: (/** @type {string[]} */ paragraphs) =>
    editor.update(
      () => {
        const nodes = paragraphs.map((text) =>
          $createParagraphNode().append($createTextNode(text)),
        );
        $getRoot()
          .clear()
          .append(...nodes);
      },
      { discrete: true },
    ),
});
