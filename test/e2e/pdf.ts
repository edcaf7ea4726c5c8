// What a reader finds in a PDF: its text after decompression, and what stands beside the text.

import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Outline {
  title: string;
  items: Outline[];
}

export async function readPdf(file: string) {
  const bytes = await readFile(file);
  const fonts = [...bytes.toString('latin1').matchAll(/\/FontName\s*\/[A-Z]{6}\+(\w+)/g)].map(
    (match) => match[1] ?? '',
  );
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  const roles: string[] = [];
  /** Links, notes, and words for screen readers. */
  const beside: unknown[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const sheet = await pdf.getPage(n);
    const { items } = await sheet.getTextContent();
    texts.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
    const tree = await sheet.getStructTree();
    roles.push(...rolesOf(tree));
    beside.push(tree, await sheet.getAnnotations());
  }
  const [, , width, height] = (await pdf.getPage(1)).view;
  const outline: Outline[] = (await pdf.getOutline()) ?? [];
  const { info, metadata } = await pdf.getMetadata();
  return {
    text: texts.join('\n').replace(/\s+/g, ' '),
    beside: JSON.stringify([beside, outline, info, [...(metadata ?? [])]]),
    pages: pdf.numPages,
    fonts,
    roles: new Set(roles),
    outline: outline.map(({ title, items }) => [title, items.map((item) => item.title)]),
    marked: (await pdf.getMarkInfo())?.Marked,
    info: info as Record<string, unknown>,
    size: [Math.round(width ?? 0), Math.round(height ?? 0)],
  };
}

function rolesOf(node: { role?: string; children?: unknown[] } | null): string[] {
  const children = (node?.children ?? []) as { role?: string; children?: unknown[] }[];
  return [...(node?.role ? [node.role] : []), ...children.flatMap(rolesOf)];
}
