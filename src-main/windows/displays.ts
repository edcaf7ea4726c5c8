// Where the room's window goes: on the display asked for, else on one that the facilitator's is not
// on, filling it; else beside the facilitator's window, not over it.

import type { DisplayChoice } from '@core/ipc/contract';
import type { Display, Rectangle } from 'electron';

export type Screen = Pick<Display, 'id' | 'bounds' | 'workArea'>;

export interface Placing {
  display: number;
  bounds: Rectangle;
  fullScreen: boolean;
}

/** How much of a display that is shared the window takes. */
const SHARED = 0.72;

/** @param facilitator the display the facilitator's window is on; null when it is closed */
export function placeRoom(
  screens: readonly Screen[],
  facilitator: number | null,
  wanted: number | null,
): Placing | null {
  const away = screens.filter(({ id }) => id !== facilitator);
  const screen = screens.find(({ id }) => id === wanted) ?? away[0] ?? screens[0];
  if (!screen) return null;
  const { id, bounds, workArea } = screen;
  if (id !== facilitator) return { display: id, bounds, fullScreen: true };
  return { display: id, bounds: within(workArea), fullScreen: false };
}

/** In the lower right corner, with the facilitator's window in sight behind it. */
export function within({ x, y, width, height }: Rectangle): Rectangle {
  const size = { width: Math.round(width * SHARED), height: Math.round(height * SHARED) };
  return { x: x + width - size.width, y: y + height - size.height, ...size };
}

/** From left to right, then from top to bottom, numbered as people count them. */
export function displayChoices(screens: readonly Screen[]): DisplayChoice[] {
  return [...screens]
    .sort((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y)
    .map(({ id }, index) => ({ id, name: `Display ${index + 1}` }));
}
