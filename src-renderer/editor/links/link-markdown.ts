// Links between Markdown and the editor. Keeps how a link was written, and which of bold, italic
// and strikethrough were around it rather than inside: the editor itself knows only the text.

import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link';
import type {
  MdastExportContext,
  MdastExportRule,
  MdastImportContext,
  MdastImportRule,
} from '@lexical/mdast';
import { $getState, $isTextNode, $setState, createState, type LexicalNode } from 'lexical';
import type { Link, PhrasingContent } from 'mdast';
import { inMarks, withoutMarks } from '../markdown/marks';

type LinkStyle = '' | 'inline' | 'autolink' | 'literal';

const styleState = createState('linkStyle', {
  parse: (value): LinkStyle =>
    value === 'inline' || value === 'autolink' || value === 'literal' ? value : '',
});
/** The formats around the link; -1 for a link made in the editor, which has them around it. */
const aroundState = createState('formatAround', {
  parse: (value) => (typeof value === 'number' ? value : -1),
});

function $importLink(link: Link, context: MdastImportContext): LinkNode {
  const node = $createLinkNode(link.url, link.title == null ? {} : { title: link.title });
  node.append(...context.importChildren(link));
  const first = context.source[link.position?.start.offset ?? -1];
  if (first !== undefined) {
    $setState(node, styleState, first === '[' ? 'inline' : first === '<' ? 'autolink' : 'literal');
  }
  return $setState(node, aroundState, context.format);
}

/** The formats every piece of text in the link has, of those that were (or may be) around it. */
function $formatsAround(node: LinkNode): number {
  const shared = node.getAllTextNodes().reduce((all, text) => all & text.getFormat(), ~0);
  return node.getChildren().every($isTextNode) ? shared & $getState(node, aroundState) : 0;
}

/** Whether a bare `text` is read as a link to `url` again. */
function isLiteralFor(text: string, url: string): boolean {
  return url === text || url === `http://${text}` || url === `mailto:${text}`;
}

function $exportLink(node: LinkNode, context: MdastExportContext): PhrasingContent {
  const around = $formatsAround(node);
  const inside = context.exportInline(node);
  const link: Link = {
    type: 'link',
    url: node.getURL(),
    title: node.getTitle() ?? null,
    children: withoutMarks(inside, around) as Link['children'],
  };
  const style = $getState(node, styleState);
  const isBare = style === 'literal' || style === '';
  if (isBare && isLiteralFor(node.getTextContent(), link.url)) {
    link.data = { mdastLinkStyle: 'literal' };
  } else if (!isBare) {
    link.data = { mdastLinkStyle: style };
  }
  return inMarks(link, around);
}

export const linkImportRules: MdastImportRule[] = [{ type: 'link', $import: $importLink }];

export const linkExportRules: MdastExportRule[] = [
  {
    type: 'link',
    $export: (node: LexicalNode, context: MdastExportContext) =>
      $isLinkNode(node) ? $exportLink(node, context) : null,
  },
];
