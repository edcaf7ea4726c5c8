// A tree as Markdown, in a given style. Each construct that remembers how it was written (a
// list's bullet, a fence) keeps it; the others follow the style.

import type { Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  defaultHandlers,
  type Handle,
  type Options,
  type State,
  toMarkdown,
  type Unsafe,
} from 'mdast-util-to-markdown';
import type { MarkdownStyle } from './style';

/** Runs `write` with some options changed for the one node being written. */
function withOptions(state: State, changed: Partial<Options>, write: () => string): string {
  const before = state.options;
  state.options = { ...before, ...changed };
  try {
    return write();
  } finally {
    state.options = before;
  }
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map((child: Nodes) => textOf(child)).join('');
  return 'value' in node ? node.value : '';
}

const writeBreak =
  (style: MarkdownStyle): Handle =>
  (node, parent, state, info) => {
    const written = defaultHandlers.break(node, parent, state, info);
    // Where a line cannot end (a heading, a table cell) the package wrote a space.
    if (written !== '\\\n') return written;
    if (node.data?.soft) return '\n';
    const next = parent?.children[parent.children.indexOf(node) + 1];
    const previous = parent?.children[parent.children.indexOf(node) - 1];
    // Spaces on a line of their own are a blank line, and end the paragraph.
    if (next?.type === 'break' || previous?.type === 'break') return '\\\n';
    const marker: string = node.data?.mdastBreak || style.hardBreak;
    return `${marker}\n`;
  };

const writeCode: Handle = (node, parent, state, info) => {
  const fence: string | undefined = node.data?.mdastFence;
  if (!fence) return defaultHandlers.code(node, parent, state, info);
  const written = withOptions(state, { fence: fence[0] === '~' ? '~' : '`' }, () =>
    defaultHandlers.code(node, parent, state, info),
  );
  // As long as it was, where what is inside asks for less.
  const needed = /^(?:`+|~+)/.exec(written)?.[0].length ?? 0;
  return fence.length <= needed ? written : fence + written.slice(needed, -needed) + fence;
};

const writeHeading: Handle = (node, parent, state, info) =>
  withOptions(state, { setext: node.data?.mdastSetext === true }, () =>
    defaultHandlers.heading(node, parent, state, info),
  );

const linkText: Handle = (node, parent, state, info) => {
  const style: string | undefined = node.data?.mdastLinkStyle;
  if (style === 'literal' && node.title == null) return textOf(node);
  return withOptions(state, { resourceLink: style === 'inline' }, () =>
    defaultHandlers.link(node, parent, state, info),
  );
};

const writeList: Handle = (node, parent, state, info) => {
  const own: Partial<Options> = {};
  if (node.data?.mdastBulletOrdered) own.bulletOrdered = node.data.mdastBulletOrdered;
  if (node.data?.mdastBullet) {
    own.bullet = node.data.mdastBullet;
    own.bulletOther = own.bullet === '-' ? '*' : '-';
  }
  return withOptions(state, own, () => defaultHandlers.list(node, parent, state, info));
};

// As it was written, whatever it is; the text before it is escaped for its first character.
const writeSource: Handle = Object.assign(((node) => node.value) satisfies Handle, {
  peek: ((node) => node.value.charAt(0)) satisfies Handle,
});

const writeRule: Handle = (node, parent, state) => {
  const marker = node.data?.mdastRule;
  return withOptions(state, marker ? { rule: marker } : {}, () =>
    defaultHandlers.thematicBreak(node, parent, state),
  );
};

// A handler's peek says which character it starts with, so that text before it is escaped.
const writeLink: Handle = Object.assign(linkText, {
  peek: ((node, parent, state) => {
    const style: string | undefined = node.data?.mdastLinkStyle;
    if (style === 'literal' && node.title == null) return textOf(node).charAt(0);
    return style === 'inline' ? '[' : defaultHandlers.link.peek(node, parent, state);
  }) satisfies Handle,
});

/** What could begin an address, escaped whatever follows: the package looks only at some of it. */
const waryOfAddresses: Unsafe[] = [
  { character: '.', before: '[Ww]', inConstruct: 'phrasing' },
  { character: ':', before: '[ps]', inConstruct: 'phrasing' },
  { character: '@', inConstruct: 'phrasing' },
];

/**
 * `tree` as Markdown in `style`, lines ended by '\n', without one at the end. When `wary`, nothing
 * in its text can be taken for an address.
 */
export function serialise(tree: Root, style: MarkdownStyle, wary = false): string {
  return toMarkdown(tree, {
    bullet: style.bullet,
    bulletOther: style.bullet === '-' ? '*' : '-',
    bulletOrdered: style.ordered,
    incrementListMarker: style.counting,
    emphasis: style.emphasis,
    strong: style.strong,
    fence: style.fence,
    fences: true,
    rule: style.rule,
    listItemIndent: style.tabbed ? 'tab' : 'one',
    extensions: [
      gfmToMarkdown(),
      {
        unsafe: wary ? waryOfAddresses : [],
        handlers: {
          break: writeBreak(style),
          code: writeCode,
          heading: writeHeading,
          inlineSource: writeSource,
          link: writeLink,
          list: writeList,
          thematicBreak: writeRule,
        },
      },
    ],
  }).replace(/\n$/, '');
}
