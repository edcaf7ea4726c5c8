// A section's Markdown as HTML for reading on paper, by way of its syntax tree. Promises: raw HTML
// is text, images are their alternative text, only https: and mailto: links are links, headings
// go down from level 3 without a gap; and any text whatever comes out as something, at once: what
// is too hard to read as Markdown is shown as it was written.

import type { Element, ElementContent, Root } from 'hast';
import type { Html, Image, ImageReference, Parents } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { isTooHard, parseMarkdown } from '../record/flow';
import { h } from './hast';
import { closeMarkdown } from './markdown-close';

/** The level of the headings that stand over sections. */
const SECTION_LEVEL = 2;

/**
 * A section as elements.
 * @param markdown as the author wrote it
 * @param definitions what {@link definitionsOf} found in the whole page
 */
export function sectionHast(markdown: string, definitions = ''): ElementContent[] {
  try {
    // Behind something left open, definitions would be part of it; then they are left away.
    const defined =
      closeMarkdown(markdown) === markdown ? `${markdown}\n\n${definitions}` : markdown;
    const source = isTooHard(defined) ? markdown : defined;
    if (isTooHard(source)) return asWritten(markdown);
    return tidy(markdownHast(source).children, { levels: [] });
  } catch {
    return asWritten(markdown);
  }
}

/** One line of inline Markdown, such as a heading's, as the content of an element. */
export function inlineHast(markdown: string): ElementContent[] {
  try {
    const [first] = isTooHard(markdown) ? [] : markdownHast(`## ${markdown}`).children;
    if (first?.type === 'element') return tidy(first.children, { levels: [] });
  } catch {
    // Shown as it was written.
  }
  return [{ type: 'text', value: markdown }];
}

const MAX_DEFINITIONS = 200;

/** Link and footnote definitions of all sections: one may stand in another than its use. */
export function definitionsOf(sections: readonly string[]): string {
  const found = sections.flatMap(
    (text) => text.match(/^ {0,3}\[[^\]\n]{1,200}\]:[^\r\n]+/gm) ?? [],
  );
  return found.slice(0, MAX_DEFINITIONS).join('\n\n');
}

function asWritten(text: string): ElementContent[] {
  return text.trim() ? [h('div', { className: ['source'], dir: 'auto' }, text)] : [];
}

const handlers: Handlers = {
  html: (_state, node: Html, parent?: Parents): ElementContent =>
    parent && BLOCK_PARENTS.has(parent.type)
      ? h('pre', {}, node.value)
      : { type: 'text', value: node.value },
  image: (_state, node: Image): Element => alternative(node.alt),
  imageReference: (_state, node: ImageReference): Element => alternative(node.alt),
};

const BLOCK_PARENTS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

function alternative(alt: string | null | undefined): Element {
  return h('span', { className: ['image'] }, alt || 'an image');
}

function markdownHast(markdown: string): Root {
  const tree = toHast(parseMarkdown(markdown), {
    handlers,
    footnoteLabel: 'Footnotes',
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['footnotes'] },
  });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

/** Depths of the headings that stand open above the place reached. */
interface Outline {
  levels: number[];
}

const OWN_DIRECTION = new Set(['p', 'li', 'td', 'th', 'h3', 'h4', 'h5', 'h6', 'blockquote']);

function tidy(nodes: readonly (ElementContent | Root['children'][number])[], outline: Outline) {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    return tidyElement(node, outline);
  });
}

function tidyElement(node: Element, outline: Outline): ElementContent[] {
  const tagName = /^h[1-6]$/.test(node.tagName) ? demoted(node.tagName, outline) : node.tagName;
  const children = tidy(node.children, outline);
  const { properties } = node;
  if (tagName === 'a') {
    if (properties.dataFootnoteBackref !== undefined) return [];
    const href = String(properties.href ?? '');
    return isSafeLink(href) ? [{ ...h('a', { href }), children }] : children;
  }
  if (tagName === 'input') return [checkbox(properties.checked === true)];
  if (tagName === 'table') children.forEach(markLongWords);
  return [{ ...h(tagName, keptProperties(tagName, properties)), children }];
}

/** Where a class name is ours, not the language of a code block. */
const CLASSED = new Set(['ul', 'p', 'span']);

function keptProperties(tagName: string, from: Element['properties']): Element['properties'] {
  const { align, start, className } = from;
  return {
    ...(typeof align === 'string' ? { align } : {}),
    ...(typeof start === 'number' ? { start } : {}),
    ...(CLASSED.has(tagName) ? { className } : {}),
    ...(tagName === 'th' ? { scope: 'col' } : {}),
    ...(OWN_DIRECTION.has(tagName) ? { dir: 'auto' } : {}),
  };
}

/** The next level below the section's heading, deeper only where the author went deeper. */
function demoted(tagName: string, { levels }: Outline): string {
  const depth = Number(tagName.charAt(1));
  while ((levels.at(-1) ?? 0) >= depth) levels.pop();
  levels.push(depth);
  return `h${Math.min(6, SECTION_LEVEL + levels.length)}`;
}

/** Parsed by the reader's program, so nothing but the plain form of the two schemes will do. */
export function isSafeLink(href: string): boolean {
  return /^https:\/\/[^\s/\\]/i.test(href) || /^mailto:[^\s]+@[^\s]+$/i.test(href);
}

function checkbox(checked: boolean): Element {
  return h(
    'span',
    { className: ['box'], role: 'img', ariaLabel: checked ? 'Done' : 'Not done' },
    checked ? '✓' : '',
  );
}

const LONG_WORD = 24;
const MANY_COLUMNS = 6;

/** Cells that may break inside words: where a word, or the number of columns, leaves no choice. */
function markLongWords(part: ElementContent): void {
  if (part.type !== 'element') return;
  if (part.tagName !== 'tr') {
    part.children.forEach(markLongWords);
    return;
  }
  const cells = part.children.filter((cell) => cell.type === 'element');
  for (const cell of cells) {
    const longest = Math.max(
      ...plainText(cell)
        .split(/\s+/)
        .map((word) => word.length),
    );
    if (longest > LONG_WORD || cells.length > MANY_COLUMNS) {
      cell.properties.className = ['breaks'];
    }
  }
}

function plainText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(plainText).join('') : '';
}
