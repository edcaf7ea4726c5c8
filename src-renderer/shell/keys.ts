// Single keys that work anywhere in the app except where someone types, and Ctrl/Cmd+S.

import type { MenuCommand } from '@core/ipc/contract';
import { useEffect } from 'react';
import { useStore } from '../store/store';
import { isTyping } from '../ui/text-fields';
import { currentRecord, runCommand } from './commands';

const KEYS: Record<string, MenuCommand> = { n: 'capture', s: 'start-session', '/': 'search' };

export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        // Saving happens by itself; people press it all the same, and it is answered.
        event.preventDefault();
        const key = currentRecord();
        if (key) void useStore.getState().saveNow(key);
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
      const command = KEYS[event.key.toLowerCase()];
      if (!command) return;
      event.preventDefault();
      runCommand(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
