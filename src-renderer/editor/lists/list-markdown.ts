// Lists between Markdown and the editor. Beside what @lexical/mdast carries, this keeps whether a
// list is loose (blank lines between its items) and each list's own marker, and refuses nothing:
// what does not survive is caught by the round trip.

import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListItemNode,
  type ListNode,
  type ListType,
} from '@lexical/list';
import type {
  MdastExportContext,
  MdastExportRule,
  MdastImportContext,
  MdastImportRule,
} from '@lexical/mdast';
import {
  $createLineBreakNode,
  $getState,
  $isLineBreakNode,
  $setState,
  createState,
  type LexicalNode,
} from 'lexical';
import type { List, ListItem } from 'mdast';

const looseState = createState('looseList', { parse: (value) => value === true });
const looseItemState = createState('looseItem', { parse: (value) => value === true });
/** Where one paragraph of an item ends and the next begins. */
const paragraphState = createState('paragraphBreak', { parse: (value) => value === true });
const markerState = createState('listMarker', {
  parse: (value): '' | '-' | '*' | '+' | '.' | ')' =>
    value === '-' || value === '*' || value === '+' || value === '.' || value === ')' ? value : '',
});

function $importList(list: List, context: MdastImportContext): ListNode {
  const type: ListType = list.ordered
    ? 'number'
    : list.children.some((item) => typeof item.checked === 'boolean')
      ? 'check'
      : 'bullet';
  const node = $createListNode(type, list.ordered ? (list.start ?? 1) : 1);
  const at = list.children[0]?.position?.start.offset ?? 0;
  const marker = /^\d{0,9}([-*+.)])/.exec(context.source.slice(at, at + 12))?.[1];
  if (marker) $setState(node, markerState, marker as '-');
  if (list.spread) $setState(node, looseState, true);
  return node.append(...list.children.flatMap((item) => context.importNode(item)));
}

function $importItem(item: ListItem, context: MdastImportContext): LexicalNode[] {
  const node = $createListItemNode(item.checked ?? undefined);
  if (item.spread) $setState(node, looseItemState, true);
  const made: LexicalNode[] = [node];
  for (const child of item.children) {
    if (child.type === 'list') {
      // Lexical nests a list in an item of its own, after the item it belongs to.
      made.push($createListItemNode().append(...context.importNode(child)));
    } else if (child.type === 'paragraph') {
      if (!node.isEmpty()) node.append($setState($createLineBreakNode(), paragraphState, true));
      node.append(...context.importChildren(child));
    } else {
      node.append(...context.importNode(child));
    }
  }
  return made;
}

function $exportList(node: ListNode, context: MdastExportContext): List {
  const ordered = node.getListType() === 'number';
  const list: List = {
    type: 'list',
    ordered,
    ...(ordered ? { start: node.getStart() } : {}),
    spread: $getState(node, looseState),
    children: [],
  };
  const marker = $getState(node, markerState);
  if (ordered && (marker === '.' || marker === ')')) list.data = { mdastBulletOrdered: marker };
  if (!ordered && (marker === '-' || marker === '*' || marker === '+')) {
    list.data = { mdastBullet: marker };
  }
  for (const child of node.getChildren()) {
    if (!$isListItemNode(child)) continue;
    const nested = child.getFirstChild();
    if ($isListNode(nested) && child.getChildrenSize() === 1) {
      const inner = $exportList(nested, context);
      const owner = list.children.at(-1);
      if (owner) owner.children.push(inner);
      else list.children.push({ type: 'listItem', spread: false, children: [inner] });
    } else {
      list.children.push($exportItem(child, node.getListType() === 'check', context));
    }
  }
  return list;
}

function $exportItem(item: ListItemNode, task: boolean, context: MdastExportContext): ListItem {
  const paragraphs: LexicalNode[][] = [[]];
  for (const child of item.getChildren()) {
    if ($isLineBreakNode(child) && $getState(child, paragraphState)) paragraphs.push([]);
    else paragraphs.at(-1)?.push(child);
  }
  return {
    type: 'listItem',
    checked: task ? (item.getChecked() ?? false) : null,
    spread: $getState(item, looseItemState),
    children: paragraphs
      .map((nodes) => context.exportInline(nodes))
      .filter((children) => children.length > 0)
      .map((children) => ({ type: 'paragraph', children })),
  };
}

export const listImportRules: MdastImportRule[] = [
  { type: 'list', $import: $importList },
  { type: 'listItem', $import: $importItem },
];

export const listExportRules: MdastExportRule[] = [
  {
    type: 'list',
    $export: (node: LexicalNode, context: MdastExportContext) =>
      $isListNode(node) ? $exportList(node, context) : null,
  },
];
