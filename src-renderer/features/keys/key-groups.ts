// All keys of the app in groups, gathered from the tables that their handlers use. A feature with
// keys of its own adds its table here.

import { COMMANDS } from '../../shell/commands/table';
import type { KeyUse } from '../../ui/key-names';
import { LIST_KEYS } from '../library/list-keys';
import { SESSION_KEYS } from '../session/session-keys';
import { TRIAGE_KEYS } from '../triage/triage-keys';

interface KeyGroup {
  name: string;
  uses: readonly KeyUse[];
}

/** Groups in the order they are shown; commands come first. */
export function keyGroups(): KeyGroup[] {
  const groups = [...new Set(COMMANDS.map(({ group }) => group))];
  const commands = groups.map((group) => ({
    name: group,
    uses: COMMANDS.flatMap((command) =>
      command.group === group && command.keys ? [{ name: command.name, keys: command.keys }] : [],
    ),
  }));
  return [
    ...commands.filter(({ uses }) => uses.length > 0),
    { name: 'In the list', uses: Object.values(LIST_KEYS) },
    { name: 'In triage', uses: Object.values(TRIAGE_KEYS) },
    { name: 'In a session', uses: Object.values(SESSION_KEYS) },
  ];
}
