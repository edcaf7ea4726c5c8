// What each window is there for, and so what its page may ask and is told. The room's window is
// seen by all: what belongs to whoever leads never reaches it, whatever its page asks.

import { defaultConfig } from '../library/config';
import { NO_VIEWS } from '../library/list-view';
import { NO_ROWS } from '../library/listed-rows';
import type { LibraryInfo } from '../library/listing';
import type { AppState, Channel, EventName, Events } from './contract';

/** There is at most one window of each. */
export type WindowRole = 'main' | 'room' | 'capture';

/** All that the room's page does: it shows one record and one session, and both can be typed in. */
const ROOM_ASKS: ReadonlySet<Channel> = new Set([
  'app:state',
  'app:flushed',
  'record:open',
  'record:edit',
  'record:type',
  'record:save',
  'session:do',
  'room:close',
  'room:show-facilitator',
  'link:open',
]);

/** Where nothing is said, all. */
const HEARS: Partial<Record<WindowRole, readonly EventName[]>> = {
  room: [
    'library:opened',
    'library:changed',
    'record:changed',
    'record:save-state',
    'session:changed',
    'room:changed',
    'room:reading',
    'app:flush',
    'menu:command',
  ],
  capture: ['capture:changed', 'app:flush'],
};

/** `channel` as it comes over the wire. */
export function mayAsk(role: WindowRole, channel: unknown): boolean {
  return role !== 'room' || ROOM_ASKS.has(channel as Channel);
}

export function hears(role: WindowRole, event: EventName): boolean {
  return HEARS[role]?.includes(event) ?? true;
}

/** An answer as a window may have it. */
export function answerFor(role: WindowRole, channel: unknown, answer: unknown): unknown {
  if (role !== 'room' || channel !== 'app:state') return answer;
  const { library, ...state } = answer as AppState;
  return {
    ...state,
    recent: [],
    notices: [],
    views: NO_VIEWS,
    library: library && roomLibrary(library),
  } satisfies AppState;
}

/** What is told, as a window may hear it. */
export function eventFor<E extends EventName>(
  role: WindowRole,
  event: E,
  payload: Events[E],
): Events[E] {
  if (role !== 'room') return payload;
  const told: { [K in EventName]?: (payload: Events[K]) => Events[K] } = {
    'library:opened': ({ library }) => ({
      library: library && roomLibrary(library),
      listing: null,
    }),
    'library:changed': ({ library }) => ({
      library: roomLibrary(library),
      changes: { put: NO_ROWS, removed: [], rest: null },
    }),
  };
  return told[event]?.(payload) ?? payload;
}

/** Without what the team wrote for whoever leads, and what could not be read of it. */
function roomLibrary(library: LibraryInfo): LibraryInfo {
  const { cues, problems } = defaultConfig(library.name);
  return { ...library, config: { ...library.config, cues, problems } };
}
