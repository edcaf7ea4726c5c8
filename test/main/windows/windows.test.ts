import { EventEmitter } from 'node:events';
import { Windows } from '@main/windows/windows';
import type { BrowserWindow } from 'electron';
import { describe, expect, test } from 'vitest';

/** A window as far as the registry looks at it, and what its page was told. */
function fakeWindow(id: number) {
  const told: unknown[] = [];
  const state = { destroyed: false, crashed: false, loading: false };
  const window = Object.assign(new EventEmitter(), {
    webContents: {
      id,
      isDestroyed: () => state.destroyed,
      isCrashed: () => state.crashed,
      isLoadingMainFrame: () => state.loading,
      send: (...args: unknown[]) => void told.push(args),
    },
  });
  return { window: window as unknown as BrowserWindow, told, state };
}

describe('the windows there are', () => {
  test('a window is known by its role and by its page until it is closed', () => {
    const windows = new Windows();
    const { window } = fakeWindow(7);
    expect(windows.get('main')).toBeNull();
    windows.add('main', window);
    expect(windows.get('main')).toBe(window);
    expect(windows.of(7)).toBe(window);
    expect(windows.of(8)).toBeNull();
    window.emit('closed');
    expect(windows.get('main')).toBeNull();
    expect(windows.of(7)).toBeNull();
  });

  test('a window that came in place of another is not forgotten with it', () => {
    const windows = new Windows();
    const first = fakeWindow(1).window;
    const second = fakeWindow(2).window;
    windows.add('main', first);
    windows.add('main', second);
    first.emit('closed');
    expect(windows.get('main')).toBe(second);
  });

  test('events go to living pages only', () => {
    const windows = new Windows();
    windows.send('app:flush', null);
    const { window, told, state } = fakeWindow(1);
    windows.add('main', window);
    windows.send('app:flush', null);
    state.destroyed = true;
    windows.send('app:flush', null);
    windows.sendTo('main', 'app:flush', null);
    expect(told).toEqual([['app:flush', null]]);
  });

  test('a window hears of what it needs, and of nothing else', () => {
    const windows = new Windows();
    const main = fakeWindow(1);
    const small = fakeWindow(2);
    windows.add('main', main.window);
    windows.add('capture', small.window);
    windows.send('app:notice', { id: 'n', message: 'm' });
    windows.send('capture:changed', null);
    windows.sendTo('capture', 'export:progress', { done: 1, total: 2 });
    expect(small.told).toEqual([['capture:changed', null]]);
    expect(main.told).toHaveLength(2);
    expect(windows.askToFlush()).toEqual([1, 2]);
  });

  test.each(['destroyed', 'crashed', 'loading'] as const)(
    'a page that is %s is not asked for what is typed, nor waited for',
    (how) => {
      const windows = new Windows();
      const { window, told, state } = fakeWindow(1);
      windows.add('main', window);
      expect(windows.askToFlush()).toEqual([1]);
      state[how] = true;
      expect(windows.askToFlush()).toEqual([]);
      expect(told).toEqual([['app:flush', null]]);
    },
  );
});
