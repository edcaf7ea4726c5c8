// The handbook page as one Markdown file for GitHub and any handbook: GFM, no front matter, LF.
// Text from fields shows as the text it is and cannot become markup; sections stand as their
// author wrote them, only ended where they left something open.

import { closeMarkdown } from './markdown-close';
import { escapeMarkdown } from './markdown-escape';
import type { ActionsPart, HandbookPage, LadderPart, Part, SectionPart } from './page';

/** The page as Markdown, with a final newline. */
export function toMarkdown(page: HandbookPage): string {
  const blocks = [
    `# ${escapeMarkdown(page.title)}`,
    table(
      ['Near miss', 'In short'],
      page.facts.map((fact) => [fact.label, fact.value]),
    ),
    ...page.parts.map(partMarkdown),
    escapeMarkdown(page.session),
    escapeMarkdown(page.thanks.join(' ')),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function partMarkdown(part: Part): string {
  switch (part.kind) {
    case 'section':
      return sectionMarkdown(part);
    case 'ladder':
      return ladderMarkdown(part);
    case 'actions':
      return actionsMarkdown(part);
  }
}

/** Heading and text are the author's own Markdown. */
function sectionMarkdown({ heading, text }: SectionPart): string {
  const body = closeMarkdown(text.replace(/\r\n?/g, '\n'));
  return [heading ? `## ${heading}` : '', body].filter(Boolean).join('\n\n');
}

/** A numbered list: the order is what a ladder says. */
function ladderMarkdown({ heading, rows }: LadderPart): string {
  const lines = rows.map((row, i) => `${i + 1}. **${row.label}** ${escapeMarkdown(row.text)}`);
  return `## ${heading}\n\n${lines.join('\n')}`;
}

function actionsMarkdown({ heading, rows }: ActionsPart): string {
  const anyDone = rows.some((row) => row.done !== '');
  const head = ['Action', 'Kind', 'Owner', 'Due', ...(anyDone ? ['Done'] : [])];
  const body = rows.map(({ what, kind, owner, due, done }) => [
    what,
    kind,
    owner,
    due,
    ...(anyDone ? [done] : []),
  ]);
  return `## ${heading}\n\n${table(head, body)}`;
}

function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const line = (cells: string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
