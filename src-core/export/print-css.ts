// The printed page's look: what people wrote in Source Serif 4, everything else in Atkinson
// Hyperlegible Next, words before colour. Rows stay whole, headings stay with what follows, and
// no word however long leaves the paper. The text can be taken out of the PDF again: no ligatures,
// which some readers lose, and headings keep the space at a line's end, which joins words otherwise.

import type { Paper } from './paper';

/** Margins of the sheet in CSS pixels (96 to the inch); the footer stands in the bottom one. */
export const MARGINS = { top: 64, right: 72, bottom: 76, left: 72 } as const;

/** A title of more characters than this is set smaller. */
export const LONG_TITLE = 110;

export function printCss(paper: Paper): string {
  const { top, right, bottom, left } = MARGINS;
  return `
@page { size: ${paper}; margin: ${top}px ${right}px ${bottom}px ${left}px; }
:root { --ui: 'Atkinson Hyperlegible Next', system-ui, sans-serif;
  --prose: 'Source Serif 4', Georgia, serif; --mono: ui-monospace, 'DejaVu Sans Mono', monospace;
  --line: #e3dfd5; --ink: #1b2430; --ink-2: #4d5866; }
* { box-sizing: border-box; margin: 0; }
html { print-color-adjust: exact; background: #fff; text-rendering: geometricPrecision; }
body { color: var(--ink); font: 15px/1.55 var(--prose); overflow-wrap: anywhere;
  font-synthesis: none; font-variant-ligatures: none; }
.kick { font: 13px/1.5 var(--ui); color: var(--ink-2); margin-bottom: 8px; }
h1 { font: 600 30px/1.18 var(--prose); letter-spacing: -.01em; max-width: 20em;
  margin-bottom: 18px; text-wrap: balance; }
h1.long { font-size: 22px; line-height: 1.25; letter-spacing: 0; text-wrap: auto; max-width: none; }
h2 { font: 600 19px/1.3 var(--prose); margin: 26px 0 6px; }
h3, h4, h5, h6 { font: 600 16px/1.35 var(--prose); margin: 16px 0 4px; }
h4, h5, h6 { font-size: 15px; }
h5, h6 { font-style: italic; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; white-space: break-spaces; }
p, .prose li { max-width: 70ch; orphans: 2; widows: 2; }
section > .prose:first-child { margin-top: 22px; }
.prose > * + * { margin-top: 8px; }
.prose > :is(h3, h4, h5, h6) { margin-top: 16px; }
.prose :is(ul, ol) { padding-left: 24px; }
.prose li + li, .prose li > * + * { margin-top: 4px; }
.prose .contains-task-list { list-style: none; padding-left: 0; }
.prose .contains-task-list .contains-task-list { padding-left: 24px; }
.box { display: inline-block; width: 14px; height: 14px; margin-right: 8px; border: 1.25px solid
  var(--ink-2); border-radius: 3px; vertical-align: -2px; overflow: hidden; text-align: center;
  font: 700 11px/12px var(--ui); }
blockquote { border-left: 3px solid var(--line); padding-left: 14px; color: var(--ink-2);
  max-width: 70ch; }
code, pre { font: 12.5px/1.5 var(--mono); }
code { background: #f4f1ea; border-radius: 3px; padding: 1px 4px; box-decoration-break: clone; }
pre { background: #f4f1ea; border-radius: 6px; padding: 10px 12px; white-space: pre-wrap;
  box-decoration-break: clone; }
pre code { background: none; padding: 0; font: inherit; }
.source { white-space: pre-wrap; }
.image { font-style: italic; }
.image::before { content: '['; } .image::after { content: ']'; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px;
  text-underline-offset: 2px; }
hr { border: 0; border-top: 1px solid var(--line); }
sup { font-size: .75em; line-height: 0; }
.footnotes { color: var(--ink-2); margin-top: 12px; }
table { border-collapse: collapse; width: 100%; font: 14px/1.45 var(--ui); }
th { font-weight: 400; text-align: start; color: var(--ink-2); vertical-align: top; }
td { vertical-align: top; }
tr, .ladder li { break-inside: avoid; }
thead { display: table-header-group; break-after: avoid; }
.facts { table-layout: fixed; }
.facts th { width: 206px; } .facts :is(th, td) { padding: 5px 0; border-top: 1px solid var(--line); }
.facts th { padding-right: 16px; } .sum { white-space: nowrap; }
.ladder { list-style: none; padding: 0; font: 14px/1.4 var(--ui); margin-top: 8px; }
.ladder li { display: grid; grid-template-columns: 86px minmax(0, 1fr); gap: 12px; padding: 7px 0;
  border-top: 1px solid var(--line); }
.ladder b { font-weight: 650; }
.stopped { color: #2a6e45; } .failed, .absent { color: #a3261c; } .untested { color: #8a5200; }
.actions { table-layout: fixed; }
.actions th { padding: 5px 10px 5px 0; } .actions td { border-top: 1px solid var(--line);
  padding: 7px 10px 7px 0; }
.actions .kind { width: 80px; } .actions .owner { width: 84px; } .actions .date { width: 94px; }
.prose table { overflow-wrap: break-word; break-inside: auto; }
.prose :is(th, td) { padding: 5px 10px 5px 0; border-top: 1px solid var(--line); }
.prose thead th { border-top: 0; }
.prose .breaks { overflow-wrap: anywhere; }
.prose [align=center] { text-align: center; } .prose [align=right] { text-align: right; }
.close { margin-top: 22px; break-inside: avoid; }
.close p + p { margin-top: 4px; }
.close .session { color: var(--ink-2); font: 13px/1.5 var(--ui); }
`;
}
