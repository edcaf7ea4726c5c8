// Undo and redo by key and from the menu. Who has something to take back is asked in this order:
// the editor that has the focus, a field that is no part of the record, then the record itself.

import { useEffect } from 'react';
import { useStore } from '../../store/store';
import { isMac } from '../../ui/modifier-keys';
import { textField } from '../../ui/text-fields';

type Direction = 'undo' | 'redo';

/** The editor is loaded when the first one is shown: until then there is nothing to ask it. */
const loadEditor = () => import('../../editor/own-history');

export function useUndoKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      if (!direction || event.isComposing) return;
      // Before the editor and before the browser, which know only their own part.
      event.preventDefault();
      event.stopPropagation();
      void takeStep(direction, event.target);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

/** Undoes, or does again, one step of whatever `target` belongs to. */
export async function takeStep(direction: Direction, target: EventTarget | null): Promise<void> {
  const key = recordInSight();
  const { route, takeBackTriage } = useStore.getState();
  if (route.name === 'triage' && !isOnItsOwn(target)) {
    if (direction === 'undo') await takeBackTriage();
    return;
  }
  // Where no record is in sight, the last thing done was done in the list: a change of many, a near
  // miss that went to the trash, an import.
  const isFree = key === null && !isOnItsOwn(target) && !textField(target);
  if (isFree && direction === 'undo' && useStore.getState().undoBulk()) return;
  if (isFree && useStore.getState().stepImport(direction)) return;
  if (key === null || isOnItsOwn(target)) {
    // The only way to a field's own history.
    document.execCommand(direction);
    return;
  }
  const isEditor = target instanceof HTMLElement && target.isContentEditable;
  if (isEditor && (await loadEditor()).editorStep(direction, target)) return;
  await useStore.getState()[direction](key);
}

/** Control, on macOS Command, with Z; with Shift or, elsewhere than there, with Y it does again. */
function directionOf(event: KeyboardEvent): Direction | null {
  const { ctrlKey, metaKey } = event;
  if (!ctrlKey && !metaKey) return null;
  const { altKey, shiftKey } = event;
  const held = isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!held || altKey) return null;
  const letter = event.key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey && !isMac() ? 'redo' : null;
}

function recordInSight(): string | null {
  const { route, session, lastEdited } = useStore.getState();
  if (route.name === 'session') return session?.recordKey ?? null;
  if (route.name === 'actions') return lastEdited;
  return 'key' in route ? route.key : null;
}

/** A field whose text is nobody's but its own: in a dialog, a search, a word not yet added. */
function isOnItsOwn(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]')) return true;
  return target instanceof Element && target.closest('[data-own-undo]') !== null;
}
