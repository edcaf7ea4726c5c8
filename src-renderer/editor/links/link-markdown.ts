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
import type { Link, LinkReference, PhrasingContent } from 'mdast';
import { inMarks, withoutMarks } from '../markdown/marks';

declare module 'mdast' {
  interface LinkReferenceData {
    /** Where the link leads; a definition must say the same for it to stay a reference. */
    url?: string;
    title?: string | null;
  }
}

type LinkStyle = '' | 'inline' | 'autolink' | 'literal';

const styleState = createState('linkStyle', {
  parse: (value): LinkStyle =>
    value === 'inline' || value === 'autolink' || value === 'literal' ? value : '',
});
/** The formats around the link; -1 for a link made in the editor, which has them around it. */
const aroundState = createState('formatAround', {
  parse: (value) => (typeof value === 'number' ? value : -1),
});

/** How a link named its definition, and where it led then. */
interface Named {
  identifier: string;
  label: string | null;
  kind: LinkReference['referenceType'];
  url: string;
}
const namedState = createState('linkName', {
  parse: (value): Named | null => (value && typeof value === 'object' ? (value as Named) : null),
  isEqual: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

function $importReference(
  { identifier, label = null, referenceType: kind, ...node }: LinkReference,
  context: MdastImportContext,
): LexicalNode[] {
  const target = context.getDefinition(identifier);
  if (!target) throw new Error('A link without its definition');
  const { url, title } = target;
  const made = $createLinkNode(url, title == null ? {} : { title });
  made.append(...context.importChildren(node));
  $setState(made, namedState, { identifier, label, kind, url });
  return [$setState(made, aroundState, context.format)];
}

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
  const named = $getState(node, namedState);
  if (named && named.url === node.getURL()) {
    const { identifier, label, kind, url } = named;
    const reference: LinkReference = {
      type: 'linkReference',
      identifier,
      label,
      referenceType: kind,
      children: withoutMarks(inside, around) as Link['children'],
      data: { url, title: node.getTitle() ?? null },
    };
    return inMarks(reference, around);
  }
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

export const linkImportRules: MdastImportRule[] = [
  { type: 'link', $import: $importLink },
  { type: 'linkReference', $import: $importReference },
  // Read beside a block for what it says, not as a block.
  { type: 'footnoteDefinition', $import: () => [] },
];

export const linkExportRules: MdastExportRule[] = [
  {
    type: 'link',
    $export: (node: LexicalNode, context: MdastExportContext) =>
      $isLinkNode(node) ? $exportLink(node, context) : null,
  },
];
