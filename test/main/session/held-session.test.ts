// The session in main: events are applied in order and told, the last state is on the disk, what
// was left is offered again, and the clock counts neither sleep nor the time nobody held it.

import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionState } from '@core/ipc/contract';
import { startSession } from '@core/session/session';
import { DEFAULT_TIME_BOXES } from '@core/session/steps';
import { HeldSession } from '@main/session/held-session';
import { SessionJournal } from '@main/session/session-journal';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLibrary, recordText } from '../library/open';
import { contentsOf, fill, scratch, soon } from '../support';

let root: string;
let userData: string;
const again = () => openLibrary(root, { userData });

beforeEach(async () => {
  root = await fill(await scratch(), {
    'one.md': recordText('ONE', 'One'),
    'two.md': recordText('TWO', 'Two'),
    'newer.md': recordText('NEW', 'Newer').replace('close-call: 1', 'close-call: 2'),
  });
  userData = await scratch();
});

describe('in a library', () => {
  test('what was left is offered at the next start, where it stood, until it is dropped', async () => {
    const first = await again();
    const { session } = first.library;
    expect(session.state).toMatchObject({ running: null, unfinished: null });
    await session.begin('ONE', null);
    session.apply({ type: 'set', facilitator: 'Ana' });
    session.apply({ type: 'go', stage: 'saved' });
    await first.library.close();

    const second = await again();
    expect(second.library.session.state).toMatchObject({
      running: null,
      unfinished: { title: 'One', session: { facilitator: 'Ana', stage: 'saved' } },
    });
    await second.library.session.resume();
    expect(second.library.session.state.running?.stage).toBe('saved');
    await second.library.session.drop();
    expect(second.library.session.state).toMatchObject({ running: null, unfinished: null });
    await second.library.close();
    expect((await again()).library.session.state.unfinished).toBeNull();
  });

  test('is told to the windows with each change, newer with a higher revision', async () => {
    const { library, heard } = await again();
    await library.session.begin('ONE', null);
    library.session.apply({ type: 'add-minute' });
    await library.session.leave();
    const told = heard('session:changed');
    expect(told.map(({ running }) => running?.extra.opening)).toEqual([
      undefined,
      60_000,
      undefined,
    ]);
    const revisions = told.map(({ revision }) => revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(new Set(revisions).size).toBe(revisions.length);
  });

  test('has the boxes of the person, else of the library', async () => {
    const { library } = await again();
    const own = { ...DEFAULT_TIME_BOXES, story: 9 };
    expect((await library.session.begin('ONE', own)).running?.boxes).toEqual(own);
    await library.session.drop();
    expect((await library.session.begin('ONE', null)).running?.boxes).toEqual(DEFAULT_TIME_BOXES);
  });

  test('another is not begun over one that is not finished; on the same record it goes on', async () => {
    const { library } = await again();
    await library.session.begin('ONE', null);
    library.session.apply({ type: 'go', stage: 'could' });
    await library.session.leave();
    await expect(library.session.begin('TWO', null)).rejects.toMatchObject({ code: 'conflict' });
    expect((await library.session.begin('ONE', null)).running?.stage).toBe('could');
    // A second window that asks meanwhile gets the one there is.
    expect((await library.session.begin('TWO', null)).running?.recordKey).toBe('ONE');
  });

  test('is not held on a record that can only be read, or is not there', async () => {
    const { library } = await again();
    await expect(library.session.begin('NEW', null)).rejects.toMatchObject({ code: 'read-only' });
    await expect(library.session.begin('NONE', null)).rejects.toMatchObject({ code: 'not-found' });
    await expect(library.session.resume()).rejects.toMatchObject({ code: 'not-found' });
    expect(() => library.session.apply({ type: 'next' })).toThrow('no session');
    expect(library.session.state.running).toBeNull();
  });

  test('of a record that is gone is not offered', async () => {
    const { library } = await again();
    await library.session.begin('ONE', null);
    await library.session.leave();
    await unlink(join(root, 'one.md'));
    await soon(() => expect(library.session.state.unfinished).toBeNull());
  });

  test('a dropped one can be taken back, unless another was begun since', async () => {
    const { library } = await again();
    await library.session.begin('ONE', null);
    library.session.apply({ type: 'go', stage: 'latent' });
    await library.session.drop();
    expect((await library.session.takeBack()).unfinished?.session.stage).toBe('latent');
    await library.session.drop();
    await library.session.begin('TWO', null);
    expect((await library.session.takeBack()).running?.recordKey).toBe('TWO');
  });

  test('many changes leave a short journal', async () => {
    const { library } = await again();
    await library.session.begin('ONE', null);
    for (let n = 0; n < 450; n += 1) {
      library.session.apply({ type: 'set', facilitator: `F${n}` });
      if (n % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await library.close();
    const journals = await contentsOf(join(userData, 'journal'));
    const [journal] = Object.values(journals);
    expect(journal?.split('\n').length).toBeLessThan(260);
    const next = await again();
    expect(next.library.session.state.unfinished?.session.facilitator).toBe('F449');
  });
});

describe('the clock', () => {
  const MINUTE = 60_000;
  let held: HeldSession;
  let told: SessionState[];
  let kept: number;

  beforeEach(async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    told = [];
    kept = 0;
    const journal = Object.assign(Object.create(SessionJournal.prototype), {
      keep: async () => {
        kept += 1;
      },
    }) as SessionJournal;
    Object.defineProperty(journal, 'last', { value: null });
    held = new HeldSession({
      journal,
      titleOf: () => 'One',
      isReadOnly: async () => false,
      boxes: () => DEFAULT_TIME_BOXES,
      changed: (state) => void told.push(state),
      notify: () => {},
    });
    await held.begin('ONE', null);
    held.apply({ type: 'next' });
  });
  afterEach(() => void vi.useRealTimers());

  const spent = () => held.state.running?.spent.story;

  test('ticks once a second, and is kept every few seconds', () => {
    told = [];
    kept = 0;
    vi.advanceTimersByTime(MINUTE);
    expect(told).toHaveLength(60);
    expect(spent()).toBe(MINUTE);
    expect(kept).toBe(12);
  });

  test('a short sleep is not spent, whichever is heard first: the clock or the machine', () => {
    vi.advanceTimersByTime(10_000);
    held.sleep();
    vi.setSystemTime(Date.now() + 20_000);
    held.wake();
    expect(spent()).toBe(10_000);
    vi.advanceTimersByTime(5_000);
    expect(spent()).toBe(15_000);
    held.sleep();
    vi.setSystemTime(Date.now() + 20_000);
    vi.advanceTimersByTime(1_000);
    held.wake();
    vi.advanceTimersByTime(4_000);
    expect(spent()).toBe(19_000);
  });

  test('time before the machine sleeps, and after it woke unsaid, counts', () => {
    held.sleep();
    vi.advanceTimersByTime(1_000);
    expect(spent()).toBe(1_000);
  });

  test('stands still while nobody holds it', async () => {
    await held.leave();
    told = [];
    vi.advanceTimersByTime(MINUTE);
    expect(told).toEqual([]);
    held.sleep();
    held.wake();
    expect(told).toEqual([]);
  });
});

test('a journal that fails is said, and the session goes on', async () => {
  const notices: string[] = [];
  const journal = new SessionJournal(join(await scratch(), 'journal'));
  vi.spyOn(journal, 'keep').mockRejectedValue(new Error('the disk is full'));
  const held = new HeldSession({
    journal,
    titleOf: () => 'One',
    isReadOnly: async () => false,
    boxes: () => DEFAULT_TIME_BOXES,
    changed: () => {},
    notify: (message) => void notices.push(message),
  });
  await held.begin('ONE', null);
  expect(held.apply({ type: 'next' }).running?.stage).toBe('story');
  await soon(() => expect(notices[0]).toContain('the disk is full'));
  await held.leave();
});

test('a session begun long ago and read back has not spent the time between', async () => {
  const folder = join(await scratch(), 'journal');
  await new SessionJournal(folder).keep(startSession('ONE', Date.now() - 20_000, '2026-11-20'));
  const journal = new SessionJournal(folder);
  await journal.open();
  const held = new HeldSession({
    journal,
    titleOf: () => 'One',
    isReadOnly: async () => false,
    boxes: () => DEFAULT_TIME_BOXES,
    changed: () => {},
    notify: () => {},
  });
  await held.resume();
  const { running } = held.apply({ type: 'tick' });
  expect(running?.spent.opening ?? 0).toBeLessThan(5_000);
  await held.drop();
});
