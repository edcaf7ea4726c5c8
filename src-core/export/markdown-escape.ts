// Plain text into Markdown that shows exactly that text: in a heading, a table cell, a list item or
// a sentence, on GitHub and in the handbooks people use (so Jekyll's and Hugo's braces, Obsidian's
// %% and == and GitHub's $ are disarmed as well). Underscores inside words stay, to read well.

import { oneLine } from './words';

/** ASCII punctuation that can begin something anywhere in a line. */
const SPECIAL = /[\\`*[\]<>|~${}@]/g;

/** One line of inline Markdown that says `text`, whatever it holds. */
export function escapeMarkdown(text: string): string {
  return (
    oneLine(text)
      .replace(SPECIAL, '\\$&')
      .replace(/&(?=[#\p{L}])/gu, '\\&')
      .replace(/_+/g, escapeUnderscores)
      .replace(/%%|==/g, (pair) => `\\${pair[0]}\\${pair[1]}`)
      // A link made from bare text would keep the backslashes above in its address.
      .replace(/:\/\//g, '\\://')
      .replace(/\b(www)\./gi, '$1\\.')
      // A heading drops the # at its end.
      .replace(/#(?=#*$)|^#/g, '\\#')
  );
}

/** Between two letters an underscore is only itself; a run elsewhere could open or close. */
function escapeUnderscores(run: string, offset: number, text: string): string {
  const around = /[A-Za-z0-9]/;
  const inside =
    around.test(text.charAt(offset - 1)) && around.test(text.charAt(offset + run.length));
  return inside ? run : run.replaceAll('_', '\\_');
}
