// What stands at the foot of every printed page: the library's name, and which page of how many.

import { MARGINS } from '@core/export/print-css';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Chromium's template for the footer, in which elements of two class names are filled in.
 * @param libraryName any text
 * @param fontsCss `@font-face` rules with inlined fonts
 */
export function footerTemplate(libraryName: string, fontsCss: string): string {
  const name = libraryName.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
  return `<style>${fontsCss}
#foot { box-sizing: border-box; width: 100%; padding: 0 ${MARGINS.right}px 10px ${MARGINS.left}px;
  display: flex; justify-content: space-between; gap: 24px; color: #667180;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; text-rendering: geometricPrecision;
  font: 12px/1.4 'Atkinson Hyperlegible Next', system-ui, sans-serif; }
#foot .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#foot .of { white-space: nowrap; }</style>
<div id="foot"><span class="name" dir="auto">${name}</span><span class="of"><span
class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
}
