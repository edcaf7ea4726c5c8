// Where the person is, what the app has to tell them, and the errors nobody else shows.

import { AppError } from '@core/errors';
import type { AppState, Notice } from '@core/ipc/contract';
import { type RecordKey, readListing } from '@core/library/listing';
import { client } from '../ipc/client';
import type { Get, SetState } from '../store/store';

export type Route =
  | { name: 'home' }
  | { name: 'record'; key: RecordKey }
  | { name: 'history'; key: RecordKey }
  | { name: 'session' }
  | { name: 'triage' }
  | { name: 'actions' }
  | { name: 'attention' }
  | { name: 'trash' }
  | { name: 'import' }
  | { name: 'settings' };

export interface Toast {
  id: number;
  message: string;
  tone: 'plain' | 'error';
  /** A message on the same topic replaces it. */
  topic?: string | undefined;
  action?: { name: string; run: () => void };
}

/** What comes over the page by key from anywhere. */
type Panel = 'palette' | 'keys';

export interface ShellSlice {
  /** null until main has answered. */
  app: AppState | null;
  route: Route;
  toasts: Toast[];
  notices: Notice[];
  /** A link that waits for a yes. */
  link: string | null;
  panel: Panel | null;
  /** Records in the order they were opened, the last first. */
  recent: RecordKey[];
  /** Commands in the order they were run from the palette, the last first. */
  ran: string[];
  boot(): Promise<void>;
  go(route: Route): void;
  showPanel(panel: Panel | null): void;
  rememberCommand(id: string): void;
  /** Gives the message's number, to dismiss it by. */
  say(message: string, action?: Toast['action'], topic?: string): number;
  complain(error: unknown): void;
  dismissToast(id: number): void;
  dismissNotice(id: string): void;
  addNotice(notice: Notice): void;
  askLink(href: string | null): void;
  openLink(): Promise<void>;
}

let nextToast = 1;
const MOST_RECENT = 12;

function withFirst(first: string, list: readonly string[]): string[] {
  return [first, ...list.filter((other) => other !== first)].slice(0, MOST_RECENT);
}

/** What stays when another message comes: every error that says something else, and the last two of the rest. */
function stillShown(toasts: readonly Toast[], next: Omit<Toast, 'id'>): Toast[] {
  const isSame = (toast: Toast) => toast.tone === next.tone && toast.message === next.message;
  const isReplaced = ({ topic }: Toast) => topic !== undefined && topic === next.topic;
  const lastPlain = toasts
    .filter((toast) => toast.tone === 'plain' && !isReplaced(toast))
    .slice(-2);
  return toasts.filter((toast) =>
    toast.tone === 'error' ? !isSame(toast) : lastPlain.includes(toast),
  );
}

export function createShellSlice(set: SetState, get: Get): ShellSlice {
  const addToast = (toast: Omit<Toast, 'id'>) => {
    const id = nextToast;
    nextToast += 1;
    set((state) => ({ toasts: [...stillShown(state.toasts, toast), { ...toast, id }] }));
    return id;
  };
  return {
    app: null,
    route: { name: 'home' },
    toasts: [],
    notices: [],
    link: null,
    panel: null,
    recent: [],
    ran: [],

    async boot() {
      const [app, listing] = await Promise.all([
        client.call('app:state'),
        client.call('library:list').catch(() => null),
      ]);
      const { notices, settings, shortcut, room } = app;
      set({ app, notices, settings, shortcut, room });
      if (app.library) {
        get().showViews(app.views);
        get().showLibrary(app.library, listing && readListing(listing));
      }
      // A window that opens while a session is held comes into it.
      await get().sessionChanged(app.session);
    },

    go(route) {
      void get().flushEdits();
      // The room sees one calm question, and nothing of what was done before it came.
      const comesIn = route.name === 'session' && get().route.name !== 'session';
      set(({ toasts }) => ({
        route,
        toasts: comesIn ? toasts.filter(({ tone }) => tone === 'error') : toasts,
      }));
      if (route.name !== 'record') return;
      const { key } = route;
      set(({ recent }) => ({ recent: withFirst(key, recent) }));
    },

    showPanel(panel) {
      set({ panel });
    },

    rememberCommand(id) {
      set(({ ran }) => ({ ran: withFirst(id, ran) }));
    },

    say: (message, action, topic) =>
      addToast({ message, tone: 'plain', topic, ...(action ? { action } : {}) }),

    complain(error) {
      const message =
        error instanceof AppError ? error.message : `Something unexpected went wrong: ${error}`;
      addToast({ message, tone: 'error' });
    },

    dismissToast(id) {
      set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
    },

    dismissNotice(id) {
      set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
      client.call('app:dismiss-notice', { id }).catch(get().complain);
    },

    addNotice(notice) {
      set((state) => ({
        notices: [...state.notices.filter((other) => other.id !== notice.id), notice],
      }));
    },

    askLink(href) {
      set({ link: href });
    },

    async openLink() {
      const href = get().link;
      set({ link: null });
      if (href) await client.call('link:open', { href }).catch(get().complain);
    },
  };
}
