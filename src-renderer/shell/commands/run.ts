// Commands are run here, from the menu, from keys, from buttons and from the palette alike: each
// only where it makes sense.

import { useStore } from '../../store/store';
import type { Command } from './command';
import { COMMANDS } from './table';

/** Whether it makes sense now, under no dialog. */
export function isPossible(command: Command): boolean {
  const { library, session } = useStore.getState();
  if (!library && !command.withoutLibrary) return false;
  if (session && command.leaves) return false;
  return command.isPossible?.() ?? true;
}

/** Runs a command unless a dialog is open, under which nothing changes. */
export function runCommand(id: string): void {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (!command) return;
  if (!command.inDialogs && document.querySelector('[role="dialog"]')) return;
  run(command);
}

/** For the palette, which is a dialog itself and goes before the command comes. */
export function run(command: Command): void {
  const { library, session, say } = useStore.getState();
  if (!library && !command.withoutLibrary) return;
  if (session && command.leaves) {
    say('A session is running. Leave it for now, then do that.');
    return;
  }
  if (isPossible(command)) command.run();
}
