// What is said before a window goes with something that is not saved, a paragraph each.

import type { Unsaved } from '@core/ipc/contract';

const KEPT =
  'What you typed is kept in the journal on this machine, and is there when you start again.';
const ONLY_THERE = 'What you typed there last is in the window only, and goes with it.';

/** `left` is what is kept nowhere but in a window. */
export function closingWords(unsaved: readonly Unsaved[], left: readonly Unsaved[]): string {
  return [...said(unsaved, KEPT), ...said(left, ONLY_THERE)].join('\n\n');
}

function said(list: readonly Unsaved[], after: string): string[] {
  if (list.length === 0) return [];
  const lines = list.map(({ title, reason }) => `“${title}”: ${reason}`);
  return [...new Set(lines), after];
}
