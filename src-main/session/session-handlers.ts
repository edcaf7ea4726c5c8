// The channels of the session and of what is the facilitator's alone, a line each.

import type { Handlers } from '../ipc/handle';
import type { OpenLibrary } from '../library/library-service';
import type { SettingsStore } from '../settings/settings-store';

type SessionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `session:${string}` | `facilitator:${string}`>
>;

export function sessionHandlers(libraries: OpenLibrary, settings: SettingsStore): SessionHandlers {
  return {
    'session:begin': ({ key }) => libraries.library.session.begin(key, settings.get('boxes')),
    'session:resume': () => libraries.library.session.resume(),
    'session:do': ({ event }) => libraries.library.session.apply(event),
    'session:leave': () => libraries.library.session.leave(),
    'session:drop': () => libraries.library.session.drop(),
    'session:take-back': () => libraries.library.session.takeBack(),
    'facilitator:open': ({ key }) => libraries.library.facilitations.of(key),
    'facilitator:keep': ({ key, facilitation }) =>
      libraries.library.facilitations.keep(key, facilitation),
  };
}
