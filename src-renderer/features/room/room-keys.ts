// Keys of the room's window beside the session's own: the way back to the facilitator's window,
// and out of a room where nothing is going on.

import { useEffect } from 'react';
import { useStore } from '../../store/store';
import { isPressed } from '../../ui/key-names';

export const OPEN_ROOM_KEY = 'Mod+Shift+R';
export const FACILITATOR_KEY = 'Mod+Shift+F';

export function useRoomKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { session, showFacilitator, closeRoom } = useStore.getState();
      if (isPressed(event, FACILITATOR_KEY)) void showFacilitator();
      else if (!session && isPressed(event, 'Escape')) void closeRoom();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
