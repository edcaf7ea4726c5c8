// The room's window as this one knows it: whether there is one, on which display, and where else
// it could be. Which of the two windows this is, is said once, when its page begins.

import type { RoomState } from '@core/ipc/contract';
import type { WindowRole } from '@core/ipc/roles';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';

export interface RoomSlice {
  role: WindowRole;
  room: RoomState;
  roomChanged(room: RoomState): void;
  /** Opens the room's window on a display, or moves it there; null for the best one. */
  openRoom(display: number | null): Promise<void>;
  closeRoom(): Promise<void>;
  showFacilitator(): Promise<void>;
}

export function createRoomSlice(set: SetState, get: Get): RoomSlice {
  return {
    role: 'main',
    room: { on: null, facilitatorOn: null, displays: [] },

    roomChanged(room) {
      set({ room });
    },

    async openRoom(display) {
      try {
        // What is typed here is there as soon as the window is.
        await get().flushEdits();
        set({ room: await client.call('room:open', { display }) });
      } catch (error) {
        get().complain(error);
      }
    },

    async closeRoom() {
      await client.call('room:close').catch(get().complain);
    },

    async showFacilitator() {
      await client.call('room:show-facilitator').catch(get().complain);
    },
  };
}

/** The display after the one the room's window is on, if there is another; null if there is none. */
export function nextDisplay({ on, displays }: RoomState): number | null {
  const at = displays.findIndex(({ id }) => id === on);
  if (at === -1 || displays.length < 2) return null;
  return displays[(at + 1) % displays.length]?.id ?? null;
}

/** "on display 2"; '' while there is no such window. */
export function whereIsRoom({ on, displays }: RoomState): string {
  const name = displays.find(({ id }) => id === on)?.name;
  return name ? `on ${name.toLowerCase()}` : '';
}
