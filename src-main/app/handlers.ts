// The channels of the app as a whole and of its settings, a line each.

import type { RoomState, Unsaved } from '@core/ipc/contract';
import type { Settings } from '@core/settings/settings';
import type { ShortcutState } from '@core/settings/shortcut';
import { app, shell } from 'electron';
import type { Handlers } from '../ipc/handle';
import type { LibraryService } from '../library/library-service';
import type { KeptViews } from '../settings/kept-views';
import type { RecentLibraries } from '../settings/recent-libraries';
import type { SettingsStore } from '../settings/settings-store';
import { outsideLink } from './links';
import type { Notices } from './notices';

type AppHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `app:${string}` | `settings:${string}` | `link:${string}`>
>;

const NO_SESSION = { revision: 0, running: null, unfinished: null };

export interface AppParts {
  libraries: LibraryService;
  settings: SettingsStore;
  views: KeptViews;
  recent: RecentLibraries;
  notices: Notices;
  /** Whether the keys that open the small capture window work. */
  shortcut(): ShortcutState;
  /** What a person has changed is put to use. */
  changed(settings: Settings): void;
  showWindow(): void;
  /** The page has handed over what was typed, but for what is left. */
  flushed(page: number, left: readonly Unsaved[]): void;
  room(): RoomState;
}

export function appHandlers({
  libraries,
  settings,
  views,
  recent,
  notices,
  shortcut,
  changed,
  showWindow,
  flushed,
  room,
}: AppParts): AppHandlers {
  return {
    'app:state': async () => {
      // A window that opens while a library does is told of the library, not of its absence.
      await libraries.settled();
      return {
        version: app.getVersion(),
        platform: process.platform,
        library: libraries.current?.info() ?? null,
        recent: recent.list(),
        settings: settings.own(),
        shortcut: shortcut(),
        views: views.of(libraries.current?.root ?? null),
        notices: notices.list(),
        session: libraries.current?.session.state ?? NO_SESSION,
        room: room(),
      };
    },
    'app:show': () => showWindow(),
    'app:flushed': ({ left }, page) => flushed(page, left),
    'app:dismiss-notice': ({ id }) => notices.dismiss(id),
    'settings:keep-views': ({ views: kept }) => views.keep(libraries.library.root, kept),
    'settings:change': ({ change }) => {
      const own = settings.change(change);
      changed(own);
      return own;
    },
    'link:open': ({ href }) => shell.openExternal(outsideLink(href)),
  };
}
