// What the palette offers: commands that make sense now and near misses, recent ones first as long
// as nothing is typed, else what fits best.

import type { RecordKey } from '@core/library/listing';
import { fuzzyScore } from '@core/search/fuzzy';
import type { Command } from '../../shell/commands/command';

export interface PaletteItem {
  id: string;
  name: string;
  /** Beside the name, in small. */
  detail?: string;
  /** The key that does the same. */
  key?: string | undefined;
  does: { command: Command } | { open: RecordKey };
}

export interface PaletteGroup {
  value: string;
  items: PaletteItem[];
}

interface Parts {
  typed: string;
  /** Those that make sense now. */
  commands: readonly Command[];
  /** Near misses that were found, best first. */
  found: readonly PaletteItem[];
  /** Near misses in the order they were opened, the last first. */
  recent: readonly PaletteItem[];
  /** Ids of commands in the order they were run from here, the last first. */
  ran: readonly string[];
}

const MOST_RECENT = 6;
/** Below this, letters only happen to be there. */
const GOOD_PER_LETTER = 3;

/** Groups in the order they are shown; empty ones are left out. */
export function paletteGroups({ typed, commands, found, recent, ran }: Parts): PaletteGroup[] {
  if (typed.trim() === '') {
    const again = ran.flatMap((id) => commands.find((command) => command.id === id) ?? []);
    const others = commands.filter((command) => !again.includes(command));
    return groupsOf(
      ['Recent', [...recent, ...again.map(commandItem)].slice(0, MOST_RECENT)],
      ['Commands', others.map(commandItem)],
    );
  }
  const letters = typed.replace(/\s+/g, '').length;
  const fitting = commands
    .flatMap((command) => {
      const score = fuzzyScore(typed, command.name);
      return score === null || score < GOOD_PER_LETTER * letters ? [] : [{ command, score }];
    })
    .sort((a, b) => b.score - a.score);
  return groupsOf(
    ['Commands', fitting.map(({ command }) => commandItem(command))],
    ['Near misses', [...found]],
  );
}

function groupsOf(...groups: [string, PaletteItem[]][]): PaletteGroup[] {
  return groups.flatMap(([value, items]) => (items.length > 0 ? [{ value, items }] : []));
}

function commandItem(command: Command): PaletteItem {
  return {
    id: `command:${command.id}`,
    name: command.name,
    key: command.keys?.[0],
    does: { command },
  };
}
