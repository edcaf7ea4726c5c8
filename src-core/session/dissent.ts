// "The room did not agree": two accounts that stand side by side in a section, as headings inside
// it, so that they read well in any editor and are exported like everything else. Nothing decides
// between them.

import { splitBlocks } from '../record/blocks';
import { withBlocks } from './append';

export const DISSENT_HEADING = 'The room did not agree';
export const ACCOUNT_HEADINGS = ['One account', 'Another account'] as const;

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;

/** Two accounts as they stand in a section, without the headings. */
export interface Dissent {
  one: string;
  another: string;
}

/** The section with room for two accounts behind it; null where it cannot be put there. */
export function withDissent(section: string, lineEnd: '\n' | '\r\n'): string | null {
  const [one, another] = ACCOUNT_HEADINGS;
  return withBlocks(section, [`### ${DISSENT_HEADING}`, `#### ${one}`, `#### ${another}`], lineEnd);
}

/** The pairs of accounts in a section, in order. An account ends at the next heading of its level. */
export function dissentsIn(section: string): Dissent[] {
  const dissents: Dissent[] = [];
  let open: { level: number; accounts: string[] } | null = null;
  const close = () => {
    const [one = '', another = ''] = open?.accounts ?? [];
    if (open && open.accounts.length === 2)
      dissents.push({ one: one.trim(), another: another.trim() });
    open = null;
  };
  for (const { source, gap } of splitBlocks(section).blocks) {
    const [, marks = '', words = ''] = HEADING.exec(source) ?? [];
    const level = marks.length;
    if (open && level > 0 && level <= (open as { level: number }).level) close();
    const at = open as { level: number; accounts: string[] } | null;
    if (level > 0 && words === DISSENT_HEADING) open = { level, accounts: [] };
    else if (at && level === at.level + 1) {
      if (words === ACCOUNT_HEADINGS[at.accounts.length]) at.accounts.push('');
      else close();
    } else if (at && at.accounts.length > 0) {
      at.accounts.push((at.accounts.pop() ?? '') + source + gap);
    }
  }
  close();
  return dissents;
}
