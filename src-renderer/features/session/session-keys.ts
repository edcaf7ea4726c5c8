// Keys of the session, the same while someone types: Alt with an arrow moves, Alt with a digit
// jumps, Alt with = adds a minute. On macOS it is Control and Option, because Option alone edits
// text. The arrows alone move when nothing that has the focus needs them.

import { STEP_KEYS } from '@core/session/steps';
import { useEffect } from 'react';
import { type State, useStore } from '../../store/store';
import { type KeyUse, whichUse } from '../../ui/key-names';
import { isTyping } from '../../ui/text-fields';

type Meant = Parameters<State['sessionEvent']>[0];

export const SESSION_KEYS = {
  next: { name: 'Next step', keys: ['Alt+ArrowRight'] },
  back: { name: 'Back a step', keys: ['Alt+ArrowLeft'] },
  go: { name: 'Go to a step', keys: STEP_KEYS.map((_, index) => `Alt+${index + 1}`) },
  'add-minute': { name: 'One more minute', keys: ['Alt+='] },
} satisfies Record<string, KeyUse>;

export function useSessionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const meant = meaningOf(event);
      if (!meant || event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      useStore.getState().sessionEvent(meant);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function meaningOf(event: KeyboardEvent): Meant | null {
  if (event.altKey) {
    const use = whichUse(SESSION_KEYS, event);
    if (use === 'go') return goTo(event.code);
    return use ? { type: use } : null;
  }
  const { key } = event;
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
  if (event.ctrlKey || event.metaKey || event.shiftKey || takesArrows(event.target)) return null;
  return { type: key === 'ArrowRight' ? 'next' : 'back' };
}

/** The place of a digit on the keyboard: with a modifier, its key may be another character. */
function goTo(code: string): Meant | null {
  const stage = STEP_KEYS[Number(code.slice(-1)) - 1];
  return stage ? { type: 'go', stage } : null;
}

/** Typing, choosing among radio buttons, ranges, and toolbars need the arrows themselves. */
function takesArrows(target: EventTarget | null): boolean {
  return (
    isTyping(target) ||
    (target instanceof Element &&
      target.closest(
        'input[type="radio"], input[type="range"], [role="toolbar"], [role="menu"], [role="listbox"]',
      ) !== null)
  );
}
