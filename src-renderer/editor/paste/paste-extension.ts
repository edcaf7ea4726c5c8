// What comes from the clipboard (or is dropped). Plain text becomes paragraphs. HTML, and nodes
// copied from another section, are taken over as far as a section can hold them.

import {
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
  ClipboardImportExtension,
  type ImportMimeTypeFunction,
} from '@lexical/clipboard';
import { $generateNodesFromDOMViaExtension, CoreImportExtension } from '@lexical/html';
import { $getEditor, configExtension, defineExtension } from 'lexical';
import { cleanHtml } from './clean-html';
import { $cleanNodes } from './clean-nodes';

const $pasteHtml: ImportMimeTypeFunction = (html, selection) => {
  const nodes = $cleanNodes($generateNodesFromDOMViaExtension(cleanHtml(html)));
  $insertGeneratedNodes($getEditor(), nodes, selection);
  return true;
};

/** Any web page can put this type on the clipboard, so it is trusted no more than HTML. */
const $pasteNodes: ImportMimeTypeFunction = (data, selection) => {
  const editor = $getEditor();
  try {
    const pasted: unknown = JSON.parse(data);
    if (typeof pasted !== 'object' || pasted === null || !('namespace' in pasted)) return false;
    if (pasted.namespace !== editor._config.namespace || !('nodes' in pasted)) return false;
    if (!Array.isArray(pasted.nodes)) return false;
    const nodes = $cleanNodes($generateNodesFromSerializedNodes(pasted.nodes));
    $insertGeneratedNodes(editor, nodes, selection);
    return true;
  } catch {
    // Not what it says it is: the clipboard's HTML or text is used instead.
    return false;
  }
};

export const PasteExtension = defineExtension({
  name: 'close-call/paste',
  dependencies: [
    CoreImportExtension,
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'text/html': [$pasteHtml],
        'application/x-lexical-editor': [$pasteNodes],
      },
    }),
  ],
});
