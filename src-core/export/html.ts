// The handbook page as one HTML document to print: built as a tree, so that no text can become
// markup, and closed to everything but its own styles and the fonts it carries inside itself.

import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { type Child, h, said } from './hast';
import { definitionsOf, inlineHast, sectionHast } from './html-section';
import type { ActionsPart, HandbookPage, LadderPart, Part, SectionPart } from './page';
import type { Paper } from './paper';
import { LONG_TITLE, printCss } from './print-css';

export interface PrintOptions {
  paper: Paper;
  /** `@font-face` rules with their fonts inlined as data: URIs. */
  fontsCss: string;
  /** Language of the page's own words, as a BCP 47 tag. */
  lang: string;
}

/** What the document may load: nothing from anywhere. */
export const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** A complete HTML document. Never throws, whatever the page holds. */
export function toPrintHtml(page: HandbookPage, { paper, fontsCss, lang }: PrintOptions): string {
  const head = h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: ['Content-Security-Policy'], content: PRINT_POLICY }),
    h('title', {}, page.title),
    h('style', {}, fontsCss + printCss(paper)),
  );
  const document: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang }, head, h('body', {}, article(page)))],
  };
  return toHtml(document);
}

function article(page: HandbookPage): Element {
  const definitions = definitionsOf(
    page.parts.flatMap((part) => (part.kind === 'section' ? [part.text] : [])),
  );
  const closing = [
    page.session ? said('p', page.session, { className: ['session'] }) : null,
    said('p', page.thanks.join(' ')),
  ];
  return h(
    'main',
    {},
    said('p', page.kicker, { className: ['kick'] }),
    said('h1', page.title, page.title.length > LONG_TITLE ? { className: ['long'] } : {}),
    facts(page),
    ...page.parts.map((part) => partHtml(part, definitions)),
    h('div', { className: ['close'] }, ...closing),
  );
}

function facts(page: HandbookPage): Element | null {
  const rows = page.facts
    .filter((fact) => !fact.inKicker)
    .map(({ label, value }) =>
      h('tr', {}, h('th', { scope: 'row' }, label), h('td', { dir: 'auto' }, ...whole(value))),
    );
  if (rows.length === 0) return null;
  return h('table', { className: ['facts'] }, h('tbody', {}, ...rows));
}

/** The arithmetic of a triage, such as 4 × 4 = 16, is not broken between lines. */
function whole(value: string): Child[] {
  return value
    .split(/(\d × \d = \d+)/)
    .map((text, i) => (i % 2 === 1 ? h('span', { className: ['sum'] }, text) : text));
}

function partHtml(part: Part, definitions: string): Element | null {
  switch (part.kind) {
    case 'section':
      return part.saidAbove ? null : sectionHtml(part, definitions);
    case 'ladder':
      return ladderHtml(part);
    case 'actions':
      return actionsHtml(part);
  }
}

function sectionHtml({ heading, text }: SectionPart, definitions: string): Element {
  const title = { ...h('h2', { dir: 'auto' }), children: inlineHast(heading) };
  const body = {
    ...h('div', { className: ['prose'] }),
    children: sectionHast(text, definitions),
  };
  return h('section', {}, heading ? title : null, body);
}

function ladderHtml({ heading, rows }: LadderPart): Element {
  const rungs = rows.map((row) =>
    h(
      'li',
      {},
      h('b', row.state ? { className: [row.state] } : {}, row.label),
      ' ',
      said('span', row.text),
    ),
  );
  return h('section', {}, h('h2', {}, heading), h('ol', { className: ['ladder'] }, ...rungs));
}

function actionsHtml({ heading, rows }: ActionsPart): Element {
  const anyDone = rows.some((row) => row.done !== '');
  const column = (name: string, className: string) =>
    h('th', { scope: 'col', className: [className] }, name);
  const head = h(
    'tr',
    {},
    column('Action', 'what'),
    column('Kind', 'kind'),
    column('Owner', 'owner'),
    column('Due', 'date'),
    anyDone ? column('Done', 'date') : null,
  );
  const body = rows.map((row) =>
    h(
      'tr',
      {},
      said('td', row.what),
      h('td', {}, row.kind),
      said('td', row.owner),
      said('td', row.due),
      anyDone ? said('td', row.done) : null,
    ),
  );
  const table = h(
    'table',
    { className: ['actions'] },
    h('thead', {}, head),
    h('tbody', {}, ...body),
  );
  return h('section', {}, h('h2', {}, heading), table);
}
