// What the small window hands to the import page: there until it is taken, and no session is left.

import { HandedOver } from '@main/capture/handed-over';
import { expect, test } from 'vitest';

function handedOver(held: boolean) {
  const told: string[] = [];
  let shown = 0;
  const handed = new HandedOver({
    isHeld: () => held,
    showApp: () => {
      shown += 1;
    },
    send: (event) => void told.push(event),
  });
  return { handed, told, shown: () => shown };
}

test('a text brings the app to the front, is told, and is taken once', () => {
  const { handed, told, shown } = handedOver(false);
  expect(handed.add('one')).toEqual({ waits: false });
  expect(handed.add('two')).toEqual({ waits: false });
  expect(shown()).toBe(2);
  expect(told).toEqual(['import:arrived', 'import:arrived']);
  expect(handed.take()).toEqual(['one', 'two']);
  expect(handed.take()).toEqual([]);
});

test('while a session is held nothing comes to the front, and the text waits', () => {
  const { handed, shown } = handedOver(true);
  expect(handed.add('one')).toEqual({ waits: true });
  expect(shown()).toBe(0);
  expect(handed.take()).toEqual(['one']);
});
