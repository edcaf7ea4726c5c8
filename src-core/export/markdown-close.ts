// A section ends where it ends: what its author left open at the end (a fence, a comment, an
// element) is closed after it, so that it cannot swallow the sections that follow. A section that
// leaves nothing open comes back as it is.

import type { Nodes, RootContent } from 'mdast';
import { isTooHard, parseMarkdown } from '../record/flow';

/** Only these can reach past a blank line and a heading. */
const COULD_STAY_OPEN = /`{3}|~{3}|</;

/** The section's Markdown with whatever is needed to end it. */
export function closeMarkdown(markdown: string): string {
  if (!COULD_STAY_OPEN.test(markdown)) return markdown;
  // Too hard to read: a fence or comment is still closed where its lines say so.
  if (isTooHard(markdown)) return byLines(markdown);
  try {
    const closed = closeBlock(markdown);
    return closeElements(closed);
  } catch {
    return byLines(markdown);
  }
}

/** What a heading put after the text is read as: itself, or part of what was left open. */
function lastBlock(markdown: string): RootContent | undefined {
  return parseMarkdown(`${markdown}\n\n## end`).children.at(-1);
}

function closeBlock(markdown: string): string {
  const last = lastBlock(markdown);
  if (!last || (last.type !== 'code' && last.type !== 'html')) return markdown;
  const opening = markdown.slice(last.position?.start.offset ?? 0);
  const closing = closingOf(opening);
  return closing ? `${markdown}\n${closing}` : markdown;
}

/** The line that ends the fence or HTML block (CommonMark 4.5, 4.6) which starts the text. */
function closingOf(opening: string): string {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(opening)?.[1];
  if (fence) return fence;
  const start = opening.trimStart();
  const raw = /^<(script|pre|style|textarea)(?![a-z])/i.exec(start)?.[1];
  if (raw) return `</${raw}>`;
  if (start.startsWith('<!--')) return '-->';
  if (start.startsWith('<?')) return '?>';
  if (start.startsWith('<![CDATA[')) return ']]>';
  return start.startsWith('<!') ? '>' : '';
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Closes elements (a <details>, say) that would take in what follows once it is a page. */
function closeElements(markdown: string): string {
  const open: string[] = [];
  const html = rawHtml(parseMarkdown(markdown)).replace(/<!--[\s\S]*?-->/g, '');
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi)) {
    const name = (tag[2] ?? '').toLowerCase();
    if (VOID.has(name) || tag[0].endsWith('/>')) continue;
    if (!tag[1]) open.push(name);
    else if (open.includes(name)) open.length = open.lastIndexOf(name);
  }
  if (open.length === 0) return markdown;
  const closing = open.reverse().map((name) => `</${name}>`);
  return `${markdown}\n\n${closing.join('')}`;
}

function rawHtml(node: Nodes): string {
  if (node.type === 'html') return node.value;
  return 'children' in node ? node.children.map(rawHtml).join('\n') : '';
}

/** A reading by lines alone: the last fence or comment at the margin that nothing ended. */
function byLines(markdown: string): string {
  let open = '';
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const fence = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
    if (open === '-->') open = line.includes('-->') ? '' : open;
    else if (open) open = fence?.startsWith(open) && line.trim() === fence ? '' : open;
    else if (fence) open = fence;
    else if (/^ {0,3}<!--/.test(line) && !line.includes('-->')) open = '-->';
  }
  return open ? `${markdown}\n${open}` : markdown;
}
