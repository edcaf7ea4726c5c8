import type { Unsaved } from '@main/library/record-service';
import { Closing } from '@main/windows/closing';
import { describe, expect, test } from 'vitest';

function make(
  parts: { pages?: number[]; unsaved?: Unsaved[]; quits?: boolean; limit?: number } = {},
) {
  const order: string[] = [];
  const closing = new Closing({
    askPages: () => {
      order.push('ask');
      return parts.pages ?? [1];
    },
    save: async () => {
      order.push('save');
      return parts.unsaved ?? [];
    },
    confirm: async () => {
      order.push('confirm');
      return parts.quits ?? false;
    },
    limit: parts.limit ?? 60_000,
  });
  return { closing, order };
}

const UNSAVED = [{ title: 'One', reason: 'the disk is full' }];

describe('before the window goes', () => {
  test('the page hands over first, then everything is saved', async () => {
    const { closing, order } = make();
    const may = closing.mayClose();
    await Promise.resolve();
    expect(order).toEqual(['ask']);
    closing.flushed(1);
    expect(await may).toBe(true);
    expect(order).toEqual(['ask', 'save']);
  });

  test('every page is waited for, whoever else answers', async () => {
    const { closing, order } = make({ pages: [1, 2] });
    const may = closing.mayClose();
    closing.flushed(3);
    closing.flushed(2);
    closing.flushed(2);
    await new Promise(setImmediate);
    expect(order).toEqual(['ask']);
    closing.flushed(1);
    expect(await may).toBe(true);
  });

  test('whoever asks meanwhile waits for the same pages', async () => {
    const { closing } = make();
    const both = Promise.all([closing.handOver(), closing.mayClose()]);
    closing.flushed(1);
    expect(await both).toEqual([undefined, true]);
  });

  test('a page that hangs is waited for only so long', async () => {
    const { closing, order } = make({ limit: 5 });
    expect(await closing.mayClose()).toBe(true);
    expect(order).toEqual(['ask', 'save']);
  });

  test('no page, no waiting', async () => {
    expect(await make({ pages: [] }).closing.mayClose()).toBe(true);
  });

  test('what cannot be saved is said, with the choice to stay', async () => {
    const stays = make({ pages: [], unsaved: UNSAVED, quits: false });
    expect(await stays.closing.mayClose()).toBe(false);
    expect(stays.order).toEqual(['ask', 'save', 'confirm']);
    const quits = make({ pages: [], unsaved: UNSAVED, quits: true });
    expect(await quits.closing.mayClose()).toBe(true);
  });

  test('asked twice is one question; asked later is another', async () => {
    const { closing, order } = make({ pages: [], unsaved: UNSAVED });
    await Promise.all([closing.mayClose(), closing.mayClose()]);
    expect(order.filter((step) => step === 'confirm').length).toBe(1);
    await closing.mayClose();
    expect(order.filter((step) => step === 'confirm').length).toBe(2);
  });

  test('handing over without being asked does nothing', () => {
    make().closing.flushed(1);
  });
});
