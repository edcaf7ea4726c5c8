// The small capture window's state: its form, the near misses that wait beside it, and the library
// they go to. Nothing that is typed or brought by a link is ever overwritten: it waits.

import { type CaptureForm, fromKept, isEmpty, keptOf } from '@core/capture/form';
import { type LinkedFields, linkedForm } from '@core/capture/link';
import { messageOf } from '@core/errors';
import type { CaptureState, KeptCapture } from '@core/ipc/contract';
import { thanksForRaising } from '@core/session/thanks';
import { create } from 'zustand';
import { client } from '../../ipc/client';
import { createFormSlice, type FormSlice } from '../capture/form-slice';

/** Near misses that may wait; a page that opens links without end fills nothing up. */
const MOST_WAITING = 20;
const WAITS = 'It waits under Import in Close Call. The session that is running goes on.';

export interface QuickState extends FormSlice {
  /** null until main has answered. */
  state: CaptureState | null;
  /** Why main did not answer; '' when it did, or has not yet. */
  problem: string;
  /** Begun as well, the newest last. */
  waiting: CaptureForm[];
  /** Thanks for what has just been saved; '' while there is a form. */
  thanks: string;
  /** Why what is typed is not kept over a quit; '' when it is. */
  keepProblem: string;
  /** Asks main what is there, and takes in what links brought. */
  refresh(): Promise<void>;
  /** Goes on with the newest that waits; what stands in the form waits in its place. */
  turn(): void;
  /** The newest that waits is not wanted. */
  drop(): void;
  /** From the thanks back to the form. */
  again(): void;
  /** Hands a text of several near misses to the main window, and makes room for it. */
  importText(text: string): Promise<void>;
  close(): void;
  /** Resolves when what stands in the form is kept. */
  keep(): Promise<void>;
}

export const useQuick = create<QuickState>()((set, get) => {
  /** What is kept on the disk, as far as this page knows. */
  let lastKept: string | null = null;
  let keeping: Promise<void> = Promise.resolve();

  const takeIn = (fields: LinkedFields) => {
    const linked = linkedForm(fields);
    const { form, waiting, savingCapture } = get();
    if (isEmpty(linked)) return;
    if (isEmpty(form) && !savingCapture) {
      get().replaceForm(linked, 'Filled in by a link. Have a look before you save.');
      set({ thanks: '' });
    } else if (waiting.length < MOST_WAITING) set({ waiting: [...waiting, linked], thanks: '' });
  };

  return {
    ...createFormSlice(set, get, (view) => {
      const { form, waiting } = get();
      // Whoever types on is at another one already: its form, which says so, is not taken from them.
      if (!isEmpty(form)) return;
      set({ thanks: thanksForRaising(view.content.fields.reporter) });
      const next = waiting.at(-1);
      if (next) set({ form: next, waiting: waiting.slice(0, -1) });
    }),
    state: null,
    problem: '',
    waiting: [],
    thanks: '',
    keepProblem: '',

    async refresh() {
      try {
        const state = await client.call('capture:state');
        // After the answer: it may have been asked twice before the first came.
        const isFirst = get().state === null;
        set({ state, problem: '' });
        if (isFirst && state.kept) restore(state.kept);
        for (const fields of state.linked) takeIn(fields);
      } catch (error) {
        set({ problem: messageOf(error) });
      }
    },

    turn() {
      const { form, waiting, savingCapture } = get();
      const next = waiting.at(-1);
      // What is being saved stays in the form until it is.
      if (!next || savingCapture) return;
      const others = waiting.slice(0, -1);
      set({ form: next, waiting: isEmpty(form) ? others : [form, ...others], captureNote: null });
    },

    drop() {
      set(({ waiting }) => ({ waiting: waiting.slice(0, -1) }));
    },

    again() {
      set({ thanks: '' });
    },

    async importText(text) {
      try {
        const { waits } = await client.call('capture:import', { text });
        if (!waits) get().close();
        else set({ captureNote: { text: WAITS, change: null } });
      } catch (error) {
        set({ captureError: messageOf(error) });
      }
    },

    close() {
      set({ thanks: '' });
      void client.call('capture:close');
    },

    keep() {
      const { state, form, waiting } = get();
      // Not before what was kept is known: the empty form would take its place.
      if (!state) return keeping;
      const kept: KeptCapture | null =
        isEmpty(form) && waiting.length === 0
          ? null
          : { form: keptOf(form), waiting: waiting.map(keptOf) };
      const text = JSON.stringify(kept);
      if (text === lastKept) return keeping;
      lastKept = text;
      keeping = client.call('capture:keep', { kept }).then(
        () => set({ keepProblem: '' }),
        (error) => {
          lastKept = null;
          set({ keepProblem: messageOf(error) });
        },
      );
      return keeping;
    },
  };

  function restore(kept: KeptCapture) {
    const form = fromKept(kept.form);
    lastKept = JSON.stringify(kept);
    set({
      form,
      waiting: kept.waiting.map(fromKept),
      captureNote: isEmpty(form)
        ? null
        : {
            text: form.inConfidence
              ? 'This is what you typed before.'
              : 'This is what you typed before. Names are not kept until it is saved.',
            change: null,
          },
    });
  }
});
