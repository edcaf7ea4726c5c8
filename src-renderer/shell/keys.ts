// The keys of commands, anywhere in the app: a single key except where someone types, with
// Control or Command also there.

import { useEffect } from 'react';
import { isPressed } from '../ui/key-names';
import { isTyping } from '../ui/text-fields';
import { runCommand } from './commands/run';
import { COMMANDS } from './commands/table';

export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!event.ctrlKey && !event.metaKey && isTyping(event.target)) return;
      const command = COMMANDS.find(({ keys }) => keys?.some((key) => isPressed(event, key)));
      if (!command) return;
      if (!command.inDialogs && document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      runCommand(command.id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
