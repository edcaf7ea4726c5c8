// The frame of the app: starts it, listens to main, and shows where the person is.

import { useEffect } from 'react';
import { ExportProgress } from '../features/export/ExportProgress';
import { FileDrop } from '../features/import/FileDrop';
import { Home } from '../features/library/Home';
import { useUndoKeys } from '../features/undo/undo-keys';
import { Welcome } from '../features/welcome/Welcome';
import { useStore } from '../store/store';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary';
import { useKeys } from './keys';
import { useMainEvents } from './main-events';
import { Notices } from './Notices';
import {
  ActionsPage,
  AttentionPage,
  CaptureDialog,
  CommandPalette,
  HistoryPage,
  ImportPage,
  KeysDialog,
  LinkDialog,
  RecordPage,
  SessionPage,
  SettingsPage,
  TrashPage,
  TriagePage,
} from './pages';
import { Sidebar } from './Sidebar';
import { Toasts } from './Toasts';
import { usePageFocus } from './use-page-focus';

export function App() {
  const started = useStore((state) => state.app !== null);
  const hasLibrary = useStore((state) => state.library !== null);
  const inSession = useStore((state) => state.route.name === 'session');
  const capturing = useStore((state) => state.capturing);
  const link = useStore((state) => state.link);
  const panel = useStore((state) => state.panel);
  useMainEvents();
  useKeys();
  useUndoKeys();
  useEffect(() => void start(), []);

  const places = hasLibrary && !inSession;
  return (
    <ErrorBoundary>
      <div className={places ? `${styles.frame} ${styles.withPlaces}` : styles.frame}>
        {places && <Sidebar />}
        <Notices />
        <div className={styles.page}>
          {started ? <Page /> : <p className={styles.opening}>Opening your library…</p>}
        </div>
      </div>
      {capturing && <CaptureDialog />}
      {link !== null && <LinkDialog />}
      {panel === 'palette' && <CommandPalette />}
      {panel === 'keys' && <KeysDialog />}
      <ExportProgress />
      <FileDrop />
      <Toasts />
    </ErrorBoundary>
  );
}

function Page() {
  const route = useStore((state) => state.route);
  const hasLibrary = useStore((state) => state.library !== null);
  // The stages of a session see to the focus themselves.
  const place = route.name === 'session' ? null : route.name;
  usePageFocus(hasLibrary ? place : 'welcome');
  if (!hasLibrary) return <Welcome />;
  switch (route.name) {
    case 'record':
      return <RecordPage key={route.key} recordKey={route.key} />;
    case 'history':
      return <HistoryPage key={route.key} recordKey={route.key} />;
    case 'session':
      return <SessionPage />;
    case 'settings':
      return <SettingsPage />;
    case 'triage':
      return <TriagePage />;
    case 'actions':
      return <ActionsPage />;
    case 'attention':
      return <AttentionPage />;
    case 'import':
      return <ImportPage />;
    case 'trash':
      return <TrashPage />;
    default:
      return <Home />;
  }
}

/** What main has, and then what the small capture window has handed to it. */
async function start() {
  const { boot, takeHandedOver, complain } = useStore.getState();
  await boot().catch(complain);
  await takeHandedOver();
}
