// Where the room's window goes on one display and on several.

import { displayChoices, placeRoom, type Screen, within } from '@main/windows/displays';
import { describe, expect, test } from 'vitest';

const at = (id: number, x: number, width = 1920, height = 1080): Screen => {
  const bounds = { x, y: 0, width, height };
  return { id, bounds, workArea: { ...bounds, y: 30, height: height - 30 } };
};
const laptop = at(1, 0, 1440, 900);
const projector = at(2, 1440);
const third = at(3, -1280, 1280, 720);

describe('the room’s window', () => {
  test('fills the display that the facilitator’s is not on', () => {
    expect(placeRoom([laptop, projector], 1, null)).toEqual({
      display: 2,
      bounds: projector.bounds,
      fullScreen: true,
    });
    expect(placeRoom([laptop, projector], 2, null)?.display).toBe(1);
  });

  test('goes to the display asked for, while that is there', () => {
    expect(placeRoom([laptop, projector, third], 1, 3)?.display).toBe(3);
    expect(placeRoom([laptop, projector], 1, 3)?.display).toBe(2);
  });

  test('stands beside the facilitator’s window, not over it, on one display', () => {
    const placing = placeRoom([laptop], 1, null);
    expect(placing).toMatchObject({ display: 1, fullScreen: false });
    expect(placing?.bounds).toEqual(within(laptop.workArea));
    expect(placeRoom([laptop, projector], 1, 1)?.fullScreen).toBe(false);
  });

  test('fills the only display when the facilitator’s window is closed', () => {
    expect(placeRoom([laptop], null, null)).toMatchObject({ display: 1, fullScreen: true });
  });

  test('goes nowhere without a display', () => {
    expect(placeRoom([], null, null)).toBeNull();
  });

  test('within a display it lies wholly in it', () => {
    const { x, y, width, height } = within(projector.workArea);
    expect(x).toBeGreaterThanOrEqual(1440);
    expect(y).toBeGreaterThanOrEqual(30);
    expect([x + width, y + height]).toEqual([1440 + 1920, 1080]);
  });
});

test('displays are numbered from left to right', () => {
  expect(displayChoices([laptop, projector, third])).toEqual([
    { id: 3, name: 'Display 1' },
    { id: 1, name: 'Display 2' },
    { id: 2, name: 'Display 3' },
  ]);
});
