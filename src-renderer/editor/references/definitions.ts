// What the links and footnotes of a section refer to. The editor reads and writes one block at a
// time; whether `[a]` is a link depends on a definition in another. Promises that a block together
// with the text of its definitions is read as it is in its section.

import { parseMarkdown } from '@core/record/flow';
import type { Definition, Nodes, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

interface Known {
  /** How a reader of Markdown compares names, and that without backslashes. */
  name: string;
  /** The definition as Markdown: of a footnote, without what it says. */
  text: string;
  definition: Definition | undefined;
}

export type Definitions = readonly Known[];

export const noDefinitions: Definitions = [];

/** The definitions in blocks of a section, at any depth; of two with one name, the first. */
export function definitionsIn(blocks: readonly RootContent[]): Definitions {
  const found = new Map<string, Known>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') {
      const key = `link ${node.identifier}`;
      const { position: _, ...definition } = node;
      const text = toMarkdown(definition).trimEnd();
      if (!found.has(key)) found.set(key, { name: bare(node.identifier), text, definition });
    }
    if (node.type === 'footnoteDefinition') {
      const key = `note ${node.identifier}`;
      const text = `[^${node.label ?? node.identifier}]: note`;
      if (!found.has(key))
        found.set(key, { name: bare(node.identifier), text, definition: undefined });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const block of blocks) visit(block);
  return [...found.values()];
}

/** Those of `all` that `markdown` could refer to: the others need not be read with it. */
export function definitionsFor(markdown: string, all: Definitions): Definitions {
  if (all.length === 0 || !markdown.includes('[')) return noDefinitions;
  const text = bare(markdown);
  return all.filter(({ name }) => text.includes(name));
}

/** `markdown` with the definitions it could refer to below it. */
export function withDefinitions(markdown: string, all: Definitions): string {
  const used = definitionsFor(markdown, all);
  return used.length === 0 ? markdown : [markdown, ...used.map(({ text }) => text)].join('\n\n');
}

/** Blocks that are no definitions. */
export function contentOf(nodes: readonly RootContent[]): RootContent[] {
  return nodes.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition');
}

/** The definitions as nodes, to be read beside a block that is a node already. */
export function nodesOf(definitions: Definitions): RootContent[] {
  if (definitions.length === 0) return [];
  return parseMarkdown(definitions.map(({ text }) => text).join('\n\n')).children;
}

/** Whether a link that names `identifier` leads to `url`, with `title`. */
export function leadsTo(
  identifier: string,
  { url, title }: { url: string; title?: string | null | undefined },
  all: Definitions,
): boolean {
  const target = all.find(({ definition }) => definition?.identifier === identifier)?.definition;
  return target !== undefined && target.url === url && (target.title ?? null) === (title ?? null);
}

const bare = (text: string) =>
  text
    .replace(/\\/g, '')
    .replace(/[\t\n\r ]+/g, ' ')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .trim();
