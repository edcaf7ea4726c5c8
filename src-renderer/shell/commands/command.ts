// What a command is. One entry in the table makes it known everywhere: to its keys, to the list of
// keys, to the palette, and to the menu if it has an item there.

import type { KeyUse } from '../../ui/key-names';

export interface Command extends Omit<KeyUse, 'keys'> {
  id: string;
  /** Where it stands among the keys. */
  group: 'Near misses' | 'Session' | 'Go to' | 'Library' | 'Help';
  keys?: readonly string[];
  /** Makes sense without a library. */
  withoutLibrary?: true;
  /** Leaves the page one is on: not while a session is running. */
  leaves?: true;
  /** Is done under an open dialog too: it is about what is typed. */
  inDialogs?: true;
  /** Whether it makes sense just now; always, when it does not say. */
  isPossible?(): boolean;
  run(): void;
}
