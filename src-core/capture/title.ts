// A title for a near miss that was captured without one: the first sentence of what almost
// happened, short enough for a list.

const MAX = 90;

/** The first sentence of a Markdown text as plain text of at most 90 characters; '' for none. */
export function titleFrom(text: string): string {
  const line = firstLine(text.slice(0, 4000));
  const end = /[.!?](?=["'”’)]*\s+["'“‘(]?[\p{Lu}\p{N}])|[。！？]/u.exec(line);
  const sentence = (end ? line.slice(0, end.index + 1) : line).replace(/[\s.,;:。]+$/, '');
  return sentence.length <= MAX ? sentence : cut(sentence);
}

/** The first paragraph on one line, without Markdown's marks. */
function firstLine(text: string): string {
  const marks = /^(?:[ \t]+|>|[-*+•](?=[ \t])|\d{1,3}[.)](?=[ \t])|#{1,6}(?=[ \t]))*/;
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(marks, '').trim());
  const start = lines.findIndex((line) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line));
  if (start === -1) return '';
  const length = lines.slice(start).indexOf('');
  return lines
    .slice(start, length === -1 ? undefined : start + length)
    .join(' ')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/(^|[\s(])[*_](?=\S)|(\S)[*_](?=[\s.,;:!?)]|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(sentence: string): string {
  const room = sentence.slice(0, MAX - 1);
  const space = room.lastIndexOf(' ');
  // A word longer than the title is cut, but never inside a character.
  const kept = space > 0 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}
