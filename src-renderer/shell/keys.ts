// Single keys that work anywhere in the app except where someone types, and Ctrl/Cmd+S.

import type { MenuCommand } from '@core/ipc/contract';
import { useEffect } from 'react';
import { useStore } from '../store/store';
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

/** Inputs in which a letter does nothing. */
const WITHOUT_LETTERS = ['radio', 'checkbox', 'button', 'submit', 'reset', 'range'];

/** Is the focus somewhere that takes letters? A select does: they choose in it. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_LETTERS.includes(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
