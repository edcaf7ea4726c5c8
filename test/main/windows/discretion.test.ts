// The door in front of the door: who asks decides what may be asked and what comes back.

import type { WindowRole } from '@core/ipc/roles';
import { NO_VIEWS } from '@core/library/list-view';
import type { Door } from '@main/ipc/handle';
import { discreetDoor } from '@main/windows/discretion';
import { expect, test } from 'vitest';

const roles: Record<number, WindowRole> = { 1: 'main', 2: 'room' };
const PRIVATE = { library: null, notices: ['private'], recent: ['private'], views: 'private' };
const asked: unknown[] = [];
const door: Door = async (_event, channel) => {
  asked.push(channel);
  if (channel === 'record:save') return { ok: false, error: { code: 'x' } as never };
  return { ok: true, value: PRIVATE };
};
const discreet = discreetDoor(door, (page) => roles[page] ?? null);
const ask = (page: number, channel: unknown) =>
  discreet({ sender: { id: page }, senderFrame: null } as never, channel, undefined);

test('each window asks what it is there for, and a page of no window asks nothing', async () => {
  expect(await ask(2, 'library:open')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await ask(3, 'app:state')).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await ask(2, null)).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
  expect(await ask(1, 'library:open')).toMatchObject({ ok: true });
});

test('an answer is what the window may have; errors come as they are', async () => {
  expect(await ask(2, 'app:state')).toEqual({
    ok: true,
    value: { library: null, notices: [], recent: [], views: NO_VIEWS },
  });
  expect(JSON.stringify(await ask(1, 'app:state'))).toContain('private');
  expect(await ask(2, 'record:save')).toMatchObject({ ok: false, error: { code: 'x' } });
});

test('which library the page shows goes through as it was said', async () => {
  const meant: unknown[] = [];
  const inner: Door = async (_event, _channel, _payload, library) => {
    meant.push(library);
    return { ok: true, value: null };
  };
  const event = { sender: { id: 1 }, senderFrame: null } as never;
  await discreetDoor(inner, () => 'room')(event, 'record:edit', undefined, '~/ours');
  expect(meant).toEqual(['~/ours']);
});
