import { AppError } from '@core/errors';
import type { Channel } from '@core/ipc/contract';
import { schemas } from '@core/ipc/schemas';
import { answer, type Door, doorTo, type Handlers } from '@main/ipc/handle';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

const OWN = 'app://close-call/index.html';
const FROM = { page: 7, url: OWN };
const isTrusted = (url: string) => url.startsWith('app://close-call/');
const CHANNELS = Object.keys(schemas) as Channel[];

/** Handlers that note what reaches them. */
function recording(): {
  handlers: Handlers;
  reached: { channel: string; input: unknown; page: number }[];
} {
  const reached: { channel: string; input: unknown; page: number }[] = [];
  const handlers = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      (input: unknown, page: number) => {
        reached.push({ channel, input, page });
        return null;
      },
    ]),
  );
  return { handlers: handlers as unknown as Handlers, reached };
}

describe('who may call', () => {
  test.each([
    'https://example.com/',
    'file:///etc/passwd',
    'app://close-call.evil/index.html',
    'about:blank',
    '',
    undefined,
  ])('%j may not', async (url) => {
    const { handlers, reached } = recording();
    for (const channel of CHANNELS) {
      const result = await answer(channel, handlers, undefined, { page: 1, url }, isTrusted);
      expect(result).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
    expect(reached).toEqual([]);
  });

  test('a frame inside our page may not, nor a page without a frame', async () => {
    const { handlers, reached } = recording();
    const door = doorTo(handlers, isTrusted);
    const frame = { url: OWN };
    const call = (senderFrame: unknown, mainFrame: unknown) =>
      door(
        { senderFrame, sender: { id: 7, mainFrame } } as Parameters<Door>[0],
        'app:state',
        undefined,
      );
    const refused = { ok: false, error: { code: 'not-allowed' } };
    expect(await call({ url: OWN }, frame)).toMatchObject(refused);
    expect(await call(null, frame)).toMatchObject(refused);
    expect(reached).toEqual([]);
    expect(await call(frame, frame)).toEqual({ ok: true, value: null });
    // Whoever is answered is named to the handler.
    expect(reached).toEqual([{ channel: 'app:state', input: undefined, page: 7 }]);
  });
});

describe('what is called with', () => {
  test.each([
    'no:such',
    '',
    'toString',
    '__proto__',
    'constructor',
    undefined,
    7,
    {},
    ['app:state'],
  ])('there is no request %j', async (channel) => {
    const { handlers, reached } = recording();
    expect(await answer(channel, handlers, undefined, FROM, isTrusted)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(reached).toEqual([]);
  });

  test('random payloads never throw, and never reach a handler unparsed', async () => {
    const { handlers, reached } = recording();
    const odd = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      fc.record(
        {
          key: fc.anything(),
          id: fc.anything(),
          edit: fc.anything(),
          base: fc.anything(),
          keys: fc.anything(),
          event: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CHANNELS), odd, async (channel, payload) => {
        reached.length = 0;
        const result = await answer(channel, handlers, payload, FROM, isTrusted);
        const parsed = schemas[channel].safeParse(payload);
        if (parsed.success) {
          expect(reached).toEqual([{ channel, input: parsed.data, page: 7 }]);
          expect(result).toEqual({ ok: true, value: null });
        } else {
          expect(reached).toEqual([]);
          expect(result).toMatchObject({ ok: false, error: { code: 'bad-request' } });
        }
      }),
      { numRuns: 20_000 },
    );
  });

  test('what is more than the contract says is cut off', async () => {
    const { handlers, reached } = recording();
    await answer('record:open', handlers, { key: 'A', path: '/etc/passwd' }, FROM, isTrusted);
    expect(reached).toEqual([{ channel: 'record:open', input: { key: 'A' }, page: 7 }]);
  });

  test.each<[Channel, unknown]>([
    ['record:open', { key: '' }],
    ['record:open', { key: 'x'.repeat(201) }],
    ['record:edit', { key: 'A', edit: { kind: 'fields', fields: { nonsense: 1 } }, base: {} }],
    ['export:save', { format: 'exe', keys: ['A'] }],
    ['export:save', { format: 'pdf', keys: [] }],
    ['library:open-recent', { id: -1 }],
    ['library:open-recent', { id: '../..' }],
    ['settings:change', { change: { theme: 'neon' } }],
  ])('%s refuses %j', async (channel, payload) => {
    const { handlers } = recording();
    expect(await answer(channel, handlers, payload, FROM, isTrusted)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  });
});

describe('what comes back', () => {
  test('errors keep their code and details', async () => {
    const { handlers } = recording();
    handlers['app:state'] = () => {
      throw new AppError('no-library', 'No library is open.', { a: 'b' });
    };
    expect(await answer('app:state', handlers, undefined, FROM, isTrusted)).toEqual({
      ok: false,
      error: { code: 'no-library', message: 'No library is open.', details: { a: 'b' } },
    });
  });

  test('a bug is an answer too, and is written down', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { handlers } = recording();
    handlers['app:state'] = () => Promise.reject(new TypeError('boom'));
    expect(await answer('app:state', handlers, undefined, FROM, isTrusted)).toMatchObject({
      ok: false,
      error: { code: 'unexpected' },
    });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
