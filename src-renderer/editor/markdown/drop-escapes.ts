// Takes away escapes that nothing needs. The serialiser escapes whatever might mean something
// (`orders\_db`, `\~40 minutes`); a person would not. Promises that the text still means the same.

import type { Definitions } from '../references/definitions';
import { htmlOf } from './html-of';

/** Kinds of escape, each tried on its own; line starts (`1\.`, `\#`) are left alone. */
const kinds = [
  /\\(?=_)/g,
  /\\(?=~)/g,
  /\\(?=&)/g,
  // A footnote's or a reference's bracket may name something in another section.
  /(?<!\])\\(?=\[[^^\]]*\](?![([:]))/g,
  /\\(?=:)/g,
  /\\(?=@)/g,
  /(?<!\d)\\(?=\.)/g,
];

/** `markdown` (one block, just serialised) with as few escapes as it can do without. */
export function dropEscapes(markdown: string, definitions: Definitions): string {
  if (!markdown.includes('\\')) return markdown;
  const meaning = htmlOf(markdown, definitions);
  return kinds.reduce((text, kind) => {
    const shorter = strip(text, kind);
    return shorter !== text && htmlOf(shorter, definitions) === meaning ? shorter : text;
  }, markdown);
}

function strip(text: string, kind: RegExp): string {
  return text.replace(kind, (slash, ...rest) => {
    const at = rest.find((value): value is number => typeof value === 'number') ?? 0;
    // After an odd number of backslashes this one is itself escaped, and escapes nothing.
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    return slashes % 2 === 0 ? '' : slash;
  });
}
