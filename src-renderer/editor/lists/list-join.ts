// Lists of a kind that touch are one: in Markdown nothing tells them apart. The package joins a list
// to the next one when the first changes or gets another neighbour; when the second becomes of the
// first one's kind (`[ ] ` typed in it) this does.

import { $isListNode, ListNode } from '@lexical/list';
import { defineExtension } from 'lexical';

export const ListJoinExtension = defineExtension({
  name: 'close-call/list-join',
  nodes: () => [ListNode],
  register: (editor) =>
    editor.registerNodeTransform(ListNode, (list) => {
      const before = list.getPreviousSibling();
      if (!$isListNode(before) || before.getListType() !== list.getListType()) return;
      // The package's own joining runs for what is marked.
      before.markDirty();
    }),
});
