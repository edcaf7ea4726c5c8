// Makes a tree that came out of the editor one that Markdown can say: spaces out of the ends of
// bold and italic (`**so **` would not be bold), neighbours with the same mark joined, lines that
// only look like breaks removed, bare addresses as links. Promises not to change what is said,
// beyond spaces that no reader of Markdown sees.

import type {
  Break,
  Delete,
  Emphasis,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
} from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { MarkdownStyle } from './style';

declare module 'mdast' {
  interface LinkData {
    /** The link came from the editor, rather than from an address in its text. */
    made?: boolean;
  }
}

export interface TidyOptions {
  outer: MarkdownStyle['outer'];
  /** Whether addresses in the text become links, as a reader of GFM makes them. */
  bareLinks: boolean;
}

/** `node` ready to be written, as a root with that one child; `node` itself is not changed. */
export function tidyTree(node: RootContent, { outer, bareLinks }: TidyOptions): Root {
  const root: Root = {
    type: 'root',
    children: [order(tidy(joinMarks(structuredClone(node))), outer)],
  };
  if (!bareLinks) {
    markLinks(root, (link) => {
      if (link.data?.mdastLinkStyle === 'literal') delete link.data;
    });
    return root;
  }
  markLinks(root, (link) => {
    link.data = { ...link.data, made: true };
  });
  // The package's own reading of bare addresses; without it they would be written escaped.
  for (const extension of gfmFromMarkdown()) {
    for (const transform of extension.transforms ?? []) transform(root);
  }
  markLinks(root, (link) => {
    if (!link.data?.made) link.data = { mdastLinkStyle: 'literal' };
  });
  return root;
}

function markLinks(node: Nodes, mark: (link: Extract<Nodes, { type: 'link' }>) => void): void {
  if (node.type === 'link') mark(node);
  if ('children' in node) for (const child of node.children) markLinks(child, mark);
}

/** Text that is bold and italic throughout has `outer` outside, where the author has it. */
function order<T extends Nodes>(node: T, outer: MarkdownStyle['outer']): T {
  if (!('children' in node)) return node;
  const only = node.children.length === 1 ? node.children[0] : undefined;
  const turn = outer === 'emphasis' && node.type === 'strong' && only?.type === 'emphasis';
  const turned = turn
    ? { ...only, children: [{ ...node, children: only.children }] }
    : { ...node, children: node.children.map((child) => order(child, outer)) };
  return turned as T;
}

/** Equal marks side by side are one. From the outermost in, and before spaces come out of any. */
function joinMarks<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  const joined: Nodes[] = [];
  for (const child of node.children) {
    const last = joined.at(-1);
    if (last && isMark(last) && isMark(child) && last.type === child.type) {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...child.children] };
    } else joined.push(child);
  }
  return { ...node, children: joined.map((child) => joinMarks(child)) };
}

function tidy<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).map((child) => tidy(child));
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return { ...node, children: trimLines(tidyLine(children as PhrasingContent[])) };
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return { ...node, children: tidyLine(children as PhrasingContent[]) };
    default:
      return { ...node, children };
  }
}

const isMark = (node: Nodes): node is Emphasis | Strong | Delete =>
  node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';

/** Spaces at the ends of marks go outside. */
function tidyLine(nodes: PhrasingContent[]): PhrasingContent[] {
  return joinText(nodes.flatMap((node) => (isMark(node) ? spacesOut(node) : [node])));
}

function joinText(nodes: PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text') joined.push(node);
    else if (last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (node.value !== '') joined.push(node);
  }
  return joined;
}

function spacesOut(mark: Emphasis | Strong | Delete): PhrasingContent[] {
  const children = [...mark.children];
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  for (;;) {
    const first = children[0];
    if (first?.type === 'break') before.push(...children.splice(0, 1));
    else if (first?.type === 'text' && /^\s/.test(first.value)) {
      const rest = first.value.trimStart();
      before.push({ type: 'text', value: first.value.slice(0, first.value.length - rest.length) });
      if (rest === '') children.shift();
      else children[0] = { type: 'text', value: rest };
    } else break;
  }
  for (;;) {
    const last = children.at(-1);
    if (last?.type === 'break') after.unshift(...children.splice(-1, 1));
    else if (last?.type === 'text' && /\s$/.test(last.value)) {
      const rest = last.value.trimEnd();
      after.unshift({ type: 'text', value: last.value.slice(rest.length) });
      if (rest === '') children.pop();
      else children[children.length - 1] = { type: 'text', value: rest };
    } else break;
  }
  const kept = children.length === 0 ? [] : [{ ...mark, children }];
  return [...before, ...kept, ...after];
}

/** No spaces or breaks at either end; no spaces beside a break; no soft break beside another. */
function trimLines(nodes: PhrasingContent[]): PhrasingContent[] {
  const isBreak = (node: PhrasingContent | undefined): node is Break => node?.type === 'break';
  const isSoft = (node: Break) => node.data?.soft === true;
  const trimmed: PhrasingContent[] = [];
  nodes.forEach((node, index) => {
    if (node.type === 'text') {
      let value = node.value;
      if (index === 0 || isBreak(nodes[index - 1])) value = value.replace(/^[ \t]+/, '');
      if (index === nodes.length - 1 || isBreak(nodes[index + 1])) {
        value = value.replace(/[ \t]+$/, '');
      }
      if (value !== '') trimmed.push({ type: 'text', value });
      return;
    }
    const last = trimmed.at(-1);
    if (isBreak(node)) {
      if (last === undefined) return;
      if (isBreak(last)) {
        // Two newlines would end the paragraph.
        if (isSoft(node)) return;
        if (isSoft(last)) trimmed.pop();
      }
    }
    trimmed.push(node);
  });
  while (isBreak(trimmed.at(-1))) trimmed.pop();
  return trimmed;
}
