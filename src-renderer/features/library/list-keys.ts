// The keys of the list of near misses.

import type { KeyUse } from '../../ui/key-names';

export const LIST_KEYS = {
  next: { name: 'Next near miss', keys: ['ArrowDown', 'J'] },
  previous: { name: 'Previous near miss', keys: ['ArrowUp', 'K'] },
  'page-down': { name: 'A page on', keys: ['PageDown'] },
  'page-up': { name: 'A page back', keys: ['PageUp'] },
  first: { name: 'First near miss', keys: ['Home'] },
  last: { name: 'Last near miss', keys: ['End'] },
  open: { name: 'Open it', keys: ['Enter'] },
  choose: { name: 'Select it, or not', keys: [' ', 'X'] },
  'choose-next': { name: 'Select on to the next', keys: ['Shift+ArrowDown'] },
  'choose-previous': { name: 'Select on to the previous', keys: ['Shift+ArrowUp'] },
  'choose-all': { name: 'Select all in the list', keys: ['Mod+A'] },
  'choose-none': { name: 'Select none', keys: ['Escape'] },
} satisfies Record<string, KeyUse>;
