// What each window may ask and is told: nothing of what belongs to whoever leads reaches the room.

import type { AppState, Channel, Events } from '@core/ipc/contract';
import { EVENT_NAMES } from '@core/ipc/contract';
import { answerFor, eventFor, hears, mayAsk } from '@core/ipc/roles';
import { schemas } from '@core/ipc/schemas';
import { defaultConfig } from '@core/library/config';
import { USUAL_VIEW } from '@core/library/list-view';
import { emptyFields } from '@core/record/model';
import { expect, test } from 'vitest';

const SECRET = 'only the facilitator says this';
const library = {
  name: 'Ours',
  folder: '/ours',
  writable: true,
  gone: false,
  config: {
    ...defaultConfig('Ours'),
    prompts: { story: 'Tell it in order.' },
    cues: { story: { say: [SECRET] } },
    problems: [`cues: “${SECRET}” is not known`],
  },
};
const state: AppState = {
  version: '1',
  platform: 'linux',
  library,
  recent: [{ id: 0, name: SECRET, folder: '/elsewhere' }],
  settings: { theme: 'system', paper: 'a4', boxes: null, toured: true } as never,
  shortcut: null as never,
  notices: [{ id: 'n', message: SECRET }],
  views: { current: { ...USUAL_VIEW, words: SECRET }, saved: [{ name: SECRET, view: USUAL_VIEW }] },
  session: { revision: 1, running: null, unfinished: null },
  room: { on: 1, facilitatorOn: 2, displays: [] },
};

test('the room asks for its record and its session, and for nothing else', () => {
  const asked = (Object.keys(schemas) as Channel[]).filter((channel) => mayAsk('room', channel));
  expect(asked.sort()).toEqual([
    'app:flushed',
    'app:state',
    'link:open',
    'record:edit',
    'record:open',
    'record:save',
    'record:type',
    'room:close',
    'room:show-facilitator',
    'session:do',
  ]);
  expect(mayAsk('room', { toString: () => 'app:state' })).toBe(false);
  expect(mayAsk('main', 'library:open')).toBe(true);
});

test('the room is told of its record, its session and its window, and of nothing else', () => {
  const heard = EVENT_NAMES.filter((event) => hears('room', event));
  expect(heard).toEqual([
    'library:opened',
    'library:changed',
    'record:changed',
    'record:save-state',
    'session:changed',
    'room:changed',
    'room:reading',
    'app:flush',
    'menu:command',
  ]);
  expect(EVENT_NAMES.every((event) => hears('main', event))).toBe(true);
});

test('the state of the app, as the room has it, keeps the question’s words and no cue', () => {
  const told = answerFor('room', 'app:state', state) as AppState;
  expect(JSON.stringify(told)).not.toContain(SECRET);
  expect(told.library?.config.prompts.story).toBe('Tell it in order.');
  expect(told).toMatchObject({ session: state.session, room: state.room });
  expect(answerFor('room', 'app:state', { ...state, library: null })).toMatchObject({
    library: null,
  });
  expect(answerFor('main', 'app:state', state)).toBe(state);
  expect(answerFor('room', 'record:save', SECRET)).toBe(SECRET);
});

test('events bring the room neither cues nor other near misses', () => {
  const row = { key: 'k', path: SECRET, fields: emptyFields(), readOnly: false, problems: 0 };
  const changed = {
    library,
    changes: { put: [row], removed: [], rest: null },
  } as unknown as Events['library:changed'];
  expect(JSON.stringify(eventFor('room', 'library:changed', changed))).not.toContain(SECRET);
  expect(eventFor('main', 'library:changed', changed)).toBe(changed);
  const opened = { library, listing: { records: [row] } } as unknown as Events['library:opened'];
  expect(JSON.stringify(eventFor('room', 'library:opened', opened))).not.toContain(SECRET);
  expect(eventFor('room', 'library:opened', { library: null, listing: null })).toEqual({
    library: null,
    listing: null,
  });
  expect(eventFor('room', 'session:changed', state.session)).toBe(state.session);
});
