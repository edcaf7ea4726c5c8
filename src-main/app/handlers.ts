// The channels of the app as a whole and of its settings, a line each.

import { app, nativeTheme, shell } from 'electron';
import type { Handlers } from '../ipc/handle';
import type { LibraryService } from '../library/library-service';
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
  recent: RecentLibraries;
  notices: Notices;
  /** The page has handed over everything that was typed. */
  flushed(page: number): void;
}

export function appHandlers({
  libraries,
  settings,
  recent,
  notices,
  flushed,
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
        notices: notices.list(),
        session: libraries.current?.session.state ?? NO_SESSION,
      };
    },
    'app:flushed': (_nothing, page) => flushed(page),
    'app:dismiss-notice': ({ id }) => notices.dismiss(id),
    'settings:change': ({ change }) => {
      const changed = settings.change(change);
      nativeTheme.themeSource = changed.theme;
      return changed;
    },
    'link:open': ({ href }) => shell.openExternal(outsideLink(href)),
  };
}
