// A folder as people write it: their home folder is `~`. For reading only.

import { homedir } from 'node:os';
import { sep } from 'node:path';

/** `/home/ana/handbook` → `~/handbook`; folders elsewhere stay as they are. */
export function shownFolder(folder: string, home = homedir()): string {
  if (folder === home) return '~';
  const inside = home !== '' && home !== sep && folder.startsWith(home + sep);
  return inside ? `~${folder.slice(home.length)}` : folder;
}
