// Keys of the session, the same while someone types: Alt with an arrow moves, Alt with a digit
// jumps, Alt with = adds a minute. On macOS it is Control and Option, because Option alone edits
// text. The arrows alone move when nothing that has the focus needs them.

import type { SessionEvent } from '@core/session/session';
import { STEP_KEYS } from '@core/session/steps';
import { useEffect } from 'react';
import { useStore } from '../../store/store';
import { holdsAlt } from '../../ui/modifier-keys';
import { isTyping } from '../../ui/text-fields';

export function useSessionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      const meant = meaningOf(event);
      if (!meant) return;
      useStore.getState().sessionEvent(meant);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function meaningOf(event: KeyboardEvent): SessionEvent | null {
  const { key, code } = event;
  const held = holdsAlt(event);
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (held || (plain && !takesArrows(event.target))) {
    if (key === 'ArrowRight') return { type: 'next' };
    if (key === 'ArrowLeft') return { type: 'back' };
  }
  if (!held) return null;
  // The place of a digit on the keyboard: with a modifier, its key may be another character.
  const stage = /^Digit[1-6]$/.test(code) ? STEP_KEYS[Number(code.slice(-1)) - 1] : undefined;
  if (stage) return { type: 'go', stage };
  // = is in another place on many keyboards, and + is on the same key as often as not.
  return code === 'Equal' || key === '=' || key === '+' ? { type: 'add-minute' } : null;
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
