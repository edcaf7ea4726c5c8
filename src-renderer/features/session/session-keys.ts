// Keys of the session, the same while someone types: Alt with an arrow moves, Alt with a digit
// jumps, Alt+Shift+M adds a minute. Without Alt the arrows move when nobody types.

import { STEP_KEYS } from '@core/session/steps';
import { useEffect } from 'react';
import { isTyping } from '../../shell/keys';
import { useStore } from '../../store/store';

export function useSessionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      const { sessionEvent } = useStore.getState();
      const plainArrow = !event.altKey && !event.shiftKey && !takesArrows(event.target);
      if (event.key === 'ArrowRight' && (event.altKey || plainArrow))
        sessionEvent({ type: 'next' });
      else if (event.key === 'ArrowLeft' && (event.altKey || plainArrow)) {
        sessionEvent({ type: 'back' });
      } else if (event.altKey && /^Digit[1-6]$/.test(event.code)) {
        const stage = STEP_KEYS[Number(event.code.slice(-1)) - 1];
        if (stage) sessionEvent({ type: 'go', stage });
      } else if (event.altKey && event.code === 'Equal') sessionEvent({ type: 'add-minute' });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Typing, choosing among radio buttons, and toolbars need the arrows themselves. */
function takesArrows(target: EventTarget | null): boolean {
  return (
    isTyping(target) ||
    (target instanceof Element && target.closest('[role="toolbar"], [role="menu"]') !== null)
  );
}
