// The pages and dialogs that the first paint does not need: each is loaded when it is asked for, or
// while nobody waits for anything.

import { SectionEditor } from '../editor/later-editor';
import { later } from '../ui/later';

export const CaptureDialog = later(() => import('../features/capture/CaptureDialog'));
export const CommandPalette = later(() => import('../features/palette/CommandPalette'));
export const KeysDialog = later(() => import('../features/keys/KeysDialog'));
export const LinkDialog = later(() => import('./LinkDialog'));
export const RecordPage = later(() => import('../features/record/RecordPage'));
export const HistoryPage = later(() => import('../features/history/HistoryPage'));
export const SessionPage = later(() => import('../features/session/SessionPage'));
export const SettingsPage = later(() => import('../features/settings/SettingsPage'));
export const TriagePage = later(() => import('../features/triage/TriagePage'));
export const ActionsPage = later(() => import('../features/actions/ActionsPage'));
export const AttentionPage = later(() => import('../features/library/AttentionPage'));
export const ImportPage = later(() => import('../features/import/ImportPage'));
export const TrashPage = later(() => import('../features/library/TrashPage'));

/** What is most often wanted next, in this order. */
const WANTED_NEXT = [
  CaptureDialog,
  SectionEditor,
  RecordPage,
  SessionPage,
  TriagePage,
  ActionsPage,
];

/** Fetches what is likely to be wanted next; nothing of it is waited for. */
export function fetchNextPages(): void {
  for (const page of WANTED_NEXT) void page.load();
}
