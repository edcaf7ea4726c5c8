// One block of the editor written anew as Markdown.

import { parseMarkdown } from '@core/record/flow';
import { $getExtensionOutput } from '@lexical/extension';
import { MdastExportExtension } from '@lexical/mdast';
import { $isParagraphNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical';
import type { Nodes, Root, RootContent } from 'mdast';
import { INLINE_SOURCE } from '../inline-source/inline-source-node';
import { contentOf, type Definitions, leadsTo, withDefinitions } from '../references/definitions';
import { $isSourceNode } from '../source-block/source-node';
import { dropEscapes } from './drop-escapes';
import { guardSource } from './guard-source';
import { serialise } from './serialise';
import type { MarkdownStyle } from './style';
import { tidyTree } from './tidy-tree';

export interface FreshOptions {
  style: MarkdownStyle;
  /** What links in the section refer to. */
  definitions: Definitions;
  /** Write a list with this style's marker, even where it remembers its own. */
  forgetMarker?: boolean;
  /** Write a level 1 or 2 heading as such, to compare it with what it came from. */
  keepLevel?: boolean;
}

/**
 * `node` (a child of the root) as Markdown, lines ended by '\n'; '' when it says nothing, as an
 * empty paragraph does. Call inside a read or an update.
 */
export function $freshText(node: LexicalNode, options: FreshOptions): string {
  if ($isSourceNode(node)) {
    const text = node.getTextContent();
    return text.trim() === '' ? '' : guardSource(text);
  }
  const tree = $treeOf(node);
  if (tree === undefined) return '';
  if (options.forgetMarker && tree.type === 'list') delete tree.data;
  if (!options.keepLevel && tree.type === 'heading' && tree.depth < 3) {
    // It would end the section it is written in.
    tree.depth = 3;
    delete tree.data;
  }
  const { style, definitions } = options;
  const resolved = resolve(tree, definitions);
  return dropEscapes(write(resolved, style, definitions), definitions);
}

/**
 * Words, and what stands between words, in one line: nothing in it means anything but itself, so
 * that it is written as it is.
 */
const WORDS = /^(?:\p{L}|\d+ (?! ))(?:[\p{L}\p{N}]|[ ,;’“”()](?! )|[.:?](?=$| [^ ]))*$/u;

/** The text of a paragraph of nothing but words, in any style; null for any other block. */
export function $plainText(node: LexicalNode): string | null {
  if (!$isParagraphNode(node) || node.getChildrenSize() !== 1) return null;
  const only = node.getFirstChild();
  if (!$isTextNode(only) || only.getType() !== 'text' || only.getFormat() !== 0) return null;
  const text = only.getTextContent();
  return WORDS.test(text) && !text.endsWith(' ') ? text : null;
}

/** With bare addresses if they end where they should: that depends on what follows them. */
function write(tree: RootContent, style: MarkdownStyle, definitions: Definitions): string {
  const bare = tidyTree(tree, { outer: style.outer, bareLinks: true });
  const text = serialise(bare, style);
  if (readsAs(text, bare, definitions)) return text;
  return serialise(tidyTree(tree, { outer: style.outer, bareLinks: false }), style, true);
}

/** Whether `text` is read as one block, with the words and marks of `tree`. */
function readsAs(text: string, tree: Root, definitions: Definitions): boolean {
  const children = contentOf(parseMarkdown(withDefinitions(text, definitions)).children);
  return children.length <= 1 && outline({ type: 'root', children }) === outline(tree);
}

function outline(node: Nodes): string {
  if (node.type === 'inlineSource' || INLINE_SOURCE.has(node.type)) return '<source/>';
  if (node.type === 'text') return node.value.replace(/\s+/g, '');
  if ('value' in node) return `<${node.type}>${node.value}</>`;
  if (!('children' in node)) return '';
  const inner = node.children.map((child: Nodes) => outline(child)).join('');
  return node.type === 'root' ? inner : `<${node.type}>${inner}</>`;
}

/** A link that named its definition names it still, unless that leads elsewhere or is not there. */
function resolve<T extends Nodes>(node: T, definitions: Definitions): T {
  if (!('children' in node)) return node;
  const children = node.children.map((child) => resolve(child, definitions));
  if (node.type !== 'linkReference') return { ...node, children } as T;
  const { identifier, data } = node;
  const target = { url: data?.url ?? '', title: data?.title ?? null };
  if (leadsTo(identifier, target, definitions)) return { ...node, children } as T;
  return { type: 'link', ...target, data: { mdastLinkStyle: 'inline' }, children } as Nodes as T;
}

function $treeOf(node: LexicalNode): RootContent | undefined {
  // The exporter takes an element or a list of nodes (MdastExportContext.exportChildren); this
  // entry to it is typed for elements only, and there is no other for a single node.
  const only = [node] as unknown as ElementNode;
  const { children } = $getExtensionOutput(MdastExportExtension).$convertToMdast(only);
  return children[0];
}
