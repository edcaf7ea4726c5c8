// Markdown to a safe syntax tree for display: no raw HTML, no images, no links but https: and
// mailto:.

import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Image, Link, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { type State, toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';

export function hastOf(source: string): HastRoot {
  const tree = fromMarkdown(source, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const hast = toHast(tree, {
    handlers: {
      html: (_state: State, node: { value: string }): ElementContent => ({
        type: 'text',
        value: node.value,
      }),
      image: (_state: State, node: Image): ElementContent => ({
        type: 'text',
        value: `[image: ${node.alt || node.url}]`,
      }),
      link: (state: State, node: Link): Element => ({
        type: 'element',
        tagName: isOpenable(node.url) ? 'a' : 'span',
        properties: isOpenable(node.url) ? { href: node.url } : { title: node.url },
        children: state.all(node as Nodes as Link),
      }),
    },
  });
  return hast.type === 'root' ? hast : { type: 'root', children: [hast as ElementContent] };
}

/** Links that may be opened, as URL parses them. */
export function isOpenable(href: string): boolean {
  try {
    return ['https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}
