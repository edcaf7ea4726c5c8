import type { Unsaved } from '@core/ipc/contract';
import { Closing } from '@main/windows/closing';
import { describe, expect, test } from 'vitest';

function make(
  parts: { pages?: number[]; unsaved?: Unsaved[]; quits?: boolean; limit?: number } = {},
) {
  const order: string[] = [];
  const asked: (readonly Unsaved[])[][] = [];
  const closing = new Closing({
    askPages: () => {
      order.push('ask');
      return parts.pages ?? [1];
    },
    save: async () => {
      order.push('save');
      return parts.unsaved ?? [];
    },
    confirm: async (...lists) => {
      order.push('confirm');
      asked.push(lists);
      return parts.quits ?? false;
    },
    limit: parts.limit ?? 60_000,
  });
  return { closing, order, asked };
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
    expect(await both).toEqual([new Map([[1, []]]), true]);
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

  test('what a page could not hand over is asked about as well', async () => {
    const { closing, order, asked } = make({ pages: [1, 2] });
    const may = closing.mayClose();
    closing.flushed(1, UNSAVED);
    closing.flushed(2, []);
    expect(await may).toBe(false);
    expect(order).toEqual(['ask', 'save', 'confirm']);
    expect(asked).toEqual([[[], UNSAVED]]);
  });

  test('one of several pages is asked about what it could not hand over alone', async () => {
    const { closing, order, asked } = make({ pages: [1, 2], unsaved: UNSAVED });
    const first = Promise.all([closing.mayLeave(1), closing.mayLeave(1)]);
    closing.flushed(1, []);
    closing.flushed(2, UNSAVED);
    expect(await first).toEqual([true, true]);
    expect(order).toEqual(['ask']);
    const second = closing.mayLeave(2);
    closing.flushed(1, []);
    closing.flushed(2, UNSAVED);
    expect(await second).toBe(false);
    expect(order).toEqual(['ask', 'ask', 'confirm']);
    expect(asked).toEqual([[[], UNSAVED]]);
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
