// A piece of Markdown as the words it says, with the places that are marked in it: signs that make
// words bold, a list or a link are left out. The piece may begin and end anywhere, so that it cannot
// be read as Markdown is: what is not surely such a sign stays.

type Marks = readonly [number, number][];

/** Each has, in a group, what stays of it. */
const SIGNS = [
  // Pictures and links, for their words.
  /!?\[([^\]\n]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g,
  // Signs at the beginning of a line.
  /(?<=^|\n)[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+()/g,
  // Around words: bold, code, struck out, leaning.
  /(?:\*{1,3}|~~|`+)()/g,
  /(?<![\p{L}\p{N}])_{1,3}()(?=[\p{L}\p{N}])/gu,
  /(?<=[\p{L}\p{N}.,;:!?])_{1,3}()(?![\p{L}\p{N}])/gu,
  // A sign that is to be read as itself.
  /\\(?=[!-/:-@[-`{-~])()/g,
];

/** Line ends are still there; marks without a letter left are gone. */
export function plainPiece(
  text: string,
  marks: Marks,
): { text: string; marks: [number, number][] } {
  const goes = new Uint8Array(text.length);
  for (const sign of SIGNS) {
    for (const { 0: whole, 1: stays = '', index } of text.matchAll(sign)) {
      const from = index + (stays === '' ? whole.length : whole.indexOf(stays));
      goes.fill(1, index, from);
      goes.fill(1, from + stays.length, index + whole.length);
    }
  }
  /** How much is left before each place. */
  const left = new Uint32Array(text.length + 1);
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    if (goes[at] === 0) plain += text[at];
    left[at + 1] = plain.length;
  }
  const moved = marks.map(([from, to]): [number, number] => [left[from] ?? 0, left[to] ?? 0]);
  return { text: plain, marks: moved.filter(([from, to]) => to > from) };
}
