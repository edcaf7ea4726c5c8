// The capture dialog: its form is kept when it closes, and emptied when the near miss is saved.

import { isEmpty } from '@core/capture/form';
import { thanksForRaising } from '@core/session/thanks';
import type { Get, SetState } from '../../store/store';
import { createFormSlice, type FormSlice } from './form-slice';

export interface CaptureSlice extends FormSlice {
  capturing: boolean;
  openCapture(): void;
  closeCapture(): void;
}

export function createCaptureSlice(set: SetState, get: Get): CaptureSlice {
  return {
    ...createFormSlice(set, get, async (view, thenSession) => {
      set({ selected: view.key });
      get().showRecord(view);
      // Whoever types on is at another one already: its form, which says so, is not taken from them.
      if (!isEmpty(get().form)) return;
      set({ capturing: false });
      // The opening of a session thanks by itself; a session that is being held goes on.
      if (thenSession && !get().session) await get().beginSession(view.key);
      else get().say(thanksForRaising(view.content.fields.reporter));
    }),
    capturing: false,

    openCapture() {
      if (get().library) set({ capturing: true });
    },

    closeCapture() {
      set({ capturing: false });
    },
  };
}
