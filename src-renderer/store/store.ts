// The renderer's state: each feature's slice, combined. Main owns what lasts; this mirrors it.

import { create } from 'zustand';
import { type ActionsSlice, createActionsSlice } from '../features/actions/actions-slice';
import { type BulkSlice, createBulkSlice } from '../features/bulk/bulk-slice';
import { type CaptureSlice, createCaptureSlice } from '../features/capture/capture-slice';
import { type CopiesSlice, createCopiesSlice } from '../features/copies/copies-slice';
import { createExportSlice, type ExportSlice } from '../features/export/export-slice';
import {
  createFacilitatorSlice,
  type FacilitatorSlice,
} from '../features/facilitator/facilitator-slice';
import { createHistorySlice, type HistorySlice } from '../features/history/history-slice';
import { createImportSlice, type ImportSlice } from '../features/import/import-slice';
import { type ChoiceSlice, createChoiceSlice } from '../features/library/choice-slice';
import { createLibrarySlice, type LibrarySlice } from '../features/library/library-slice';
import { createViewSlice, type ViewSlice } from '../features/library/view-slice';
import { createRecordSlice, type RecordSlice } from '../features/record/record-slice';
import { createRoomSlice, type RoomSlice } from '../features/room/room-slice';
import { createSessionSlice, type SessionSlice } from '../features/session/session-slice';
import { createSettingsSlice, type SettingsSlice } from '../features/settings/settings-slice';
import { createTriageSlice, type TriageSlice } from '../features/triage/triage-slice';
import { createTroubleSlice, type TroubleSlice } from '../features/trouble/trouble-slice';
import { createUndoSlice, type UndoSlice } from '../features/undo/undo-slice';
import { client } from '../ipc/client';
import { createShellSlice, type ShellSlice } from '../shell/shell-slice';
import { actionsBehind } from './actions-behind';

export type State = ShellSlice &
  LibrarySlice &
  ViewSlice &
  ChoiceSlice &
  BulkSlice &
  RecordSlice &
  UndoSlice &
  TriageSlice &
  ActionsSlice &
  TroubleSlice &
  CopiesSlice &
  HistorySlice &
  CaptureSlice &
  SessionSlice &
  FacilitatorSlice &
  RoomSlice &
  ExportSlice &
  ImportSlice &
  SettingsSlice;

export type SetState = (change: Partial<State> | ((state: State) => Partial<State>)) => void;
export type Get = () => State;

export const useStore = create<State>()(
  actionsBehind((set, get) => ({
    ...createShellSlice(set, get),
    ...createLibrarySlice(set, get),
    ...createViewSlice(set, get),
    ...createChoiceSlice(set, get),
    ...createBulkSlice(set, get),
    ...createRecordSlice(set, get),
    ...createUndoSlice(set, get),
    ...createTriageSlice(set, get),
    ...createActionsSlice(set, get),
    ...createTroubleSlice(get),
    ...createCopiesSlice(get),
    ...createHistorySlice(get),
    ...createCaptureSlice(set, get),
    ...createSessionSlice(set, get),
    ...createFacilitatorSlice(set, get),
    ...createRoomSlice(set, get),
    ...createExportSlice(set, get),
    ...createImportSlice(set, get),
    ...createSettingsSlice(set, get),
  })),
);

useStore.subscribe(({ library }) => client.shows(library?.folder ?? null));
