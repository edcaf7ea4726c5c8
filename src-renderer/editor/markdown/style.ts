// The author's way of writing Markdown, read from what is already there, so that what is written
// anew looks like what surrounds it. Promises: a style for any text, the defaults where it shows
// none.

import { parseMarkdown } from '@core/record/flow';
import type { Emphasis, Nodes, Strong } from 'mdast';

export interface MarkdownStyle {
  bullet: '-' | '*' | '+';
  ordered: '.' | ')';
  /** Whether numbers count up, or repeat the first. */
  counting: boolean;
  /** Whether an item's text starts at the next tab stop, rather than one space on. */
  tabbed: boolean;
  fence: '`' | '~';
  emphasis: '*' | '_';
  strong: '*' | '_';
  /** Which is outside where text is both bold and italic. */
  outer: 'strong' | 'emphasis';
  /** How a line is broken inside a paragraph. */
  hardBreak: '\\' | '  ';
  rule: '-' | '*' | '_';
}

const defaultStyle: MarkdownStyle = {
  bullet: '-',
  ordered: '.',
  counting: true,
  tabbed: false,
  fence: '`',
  emphasis: '*',
  strong: '*',
  outer: 'strong',
  hardBreak: '\\',
  rule: '-',
};

/**
 * The style `markdown` shows, the first use of each construct deciding; `otherwise` for what it
 * does not use. Text the parser refuses shows none.
 */
export function styleOf(markdown: string, otherwise = defaultStyle): MarkdownStyle {
  const shown: Partial<MarkdownStyle> = {};
  try {
    visit(parseMarkdown(markdown), markdown, shown);
  } catch {
    return otherwise;
  }
  return { ...otherwise, ...shown };
}

function visit(node: Nodes, source: string, shown: Partial<MarkdownStyle>): void {
  const at = node.position?.start.offset ?? 0;
  const first = source[at] ?? '';
  switch (node.type) {
    case 'list': {
      const marks = node.children.map((item) =>
        /^(\d{1,9})?([-*+.)])([ \t]*)/.exec(source.slice(item.position?.start.offset ?? 0)),
      );
      const [start, , mark, space = ''] = marks[0] ?? [];
      if (space !== '')
        shown.tabbed ??= space === '\t' || (space.length > 1 && start?.length === 4);
      if (mark === '.' || mark === ')') {
        shown.ordered ??= mark;
        if (marks[1]) shown.counting ??= marks[1][1] !== marks[0]?.[1];
      } else if (mark === '-' || mark === '*' || mark === '+') shown.bullet ??= mark;
      break;
    }
    case 'code':
      if (first === '`' || first === '~') shown.fence ??= first;
      break;
    case 'emphasis':
      if (first === '*' || first === '_') shown.emphasis ??= first;
      if (holdsOnly(node, 'strong')) shown.outer ??= 'emphasis';
      break;
    case 'strong':
      if (first === '*' || first === '_') shown.strong ??= first;
      if (holdsOnly(node, 'emphasis')) shown.outer ??= 'strong';
      break;
    case 'break':
      shown.hardBreak ??= first === '\\' ? '\\' : '  ';
      break;
    case 'thematicBreak':
      if (first === '-' || first === '*' || first === '_') shown.rule ??= first;
      break;
    default:
  }
  if ('children' in node) for (const child of node.children) visit(child, source, shown);
}

/** One that begins with the other may be the only way to write it. */
const holdsOnly = (node: Emphasis | Strong, type: Nodes['type']) =>
  node.children.length === 1 && node.children[0]?.type === type;
