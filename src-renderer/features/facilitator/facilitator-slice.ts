// What belongs to the facilitator alone, as main keeps it for the record of the session: asked for
// when it is shown, handed over with every change. And what a facilitator does to a section from
// beside it: as one step each, undone like any other.

import type { RecordKey } from '@core/library/listing';
import { SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import {
  type Facilitation,
  facilitationFor,
  newFacilitation,
  withDismissed,
} from '@core/session/facilitation';
import { findHints, type Hint } from '@core/wording/hints';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';

export interface FacilitatorSlice {
  /** Of the record whose session is led; null until it has been asked for. */
  facilitation: { key: RecordKey; value: Facilitation } | null;
  /** The facilitator's drawer beside the room's page is open. */
  drawerOpen: boolean;
  showDrawer(open: boolean): void;
  /** Asks for what was kept for a record, for a session of that day. */
  openFacilitation(key: RecordKey, held: string): Promise<void>;
  changeFacilitation(change: (value: Facilitation) => Facilitation): void;
  /** Resolves when all of it is on the disk, or could not be kept and that is said. */
  flushFacilitation(): Promise<void>;
  isKeepingFacilitation(): boolean;
  dismissHint(hint: Hint): void;
  /** Puts a hint's rewording where its words stand now; nothing when they do not any more. */
  acceptHint(key: RecordKey, section: SectionKey, hint: Hint, people: readonly string[]): void;
  /** Gives a section the text, as one step with this name. Null is said to be impossible. */
  writeSection(key: RecordKey, section: SectionKey, text: string | null, label: string): void;
}

export function createFacilitatorSlice(set: SetState, get: Get): FacilitatorSlice {
  /** What has not been handed over yet; what follows a keystroke waits for the disk, not a timer. */
  let waiting: { key: RecordKey; value: Facilitation } | null = null;
  let keeping: Promise<void> | null = null;

  const keepAll = async (): Promise<void> => {
    for (let next = waiting; next; next = waiting) {
      waiting = null;
      const { key, value } = next;
      await client.call('facilitator:keep', { key, facilitation: value }).catch(get().complain);
    }
    keeping = null;
  };

  return {
    facilitation: null,
    drawerOpen: false,

    showDrawer: (drawerOpen) => set({ drawerOpen }),

    async openFacilitation(key, held) {
      const shown = get().facilitation;
      // What is shown is newer than what main was told.
      if (shown?.key === key && shown.value.held === held) return;
      set({ facilitation: null });
      await get().flushFacilitation();
      const kept = await client.call('facilitator:open', { key }).catch((error) => {
        get().complain(error);
        return newFacilitation(held);
      });
      set({ facilitation: { key, value: facilitationFor(kept, held) } });
    },

    changeFacilitation(change) {
      const { facilitation } = get();
      if (!facilitation) return;
      waiting = { key: facilitation.key, value: change(facilitation.value) };
      set({ facilitation: waiting });
      keeping ??= keepAll();
    },

    flushFacilitation: () => keeping ?? Promise.resolve(),
    isKeepingFacilitation: () => keeping !== null,

    dismissHint: (hint) => get().changeFacilitation((value) => withDismissed(value, hint)),

    acceptHint(key, section, hint, people) {
      const text = get().open[key]?.content.sections[section] ?? '';
      // The room types on: where the words are now is read again.
      const places = findHints(text, people).filter(({ seen }) => seen === hint.seen);
      const edit = nearest(places, hint.start)?.edit;
      if (!edit) return;
      const changed = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      const label = `wording in “${SECTION_HEADINGS[section]}” changed`;
      get().writeSection(key, section, changed, label);
    },

    writeSection(key, section, text, label) {
      const view = get().open[key];
      if (!view || view.readOnly) return;
      const before = view.content.sections[section];
      if (text === null) {
        get().say(
          `Nothing can be added to “${SECTION_HEADINGS[section]}”: something in it is not closed.`,
        );
        return;
      }
      if (text === before) return;
      get().editSection(key, section, text);
      get().rememberStep(key, {
        kind: 'edit',
        label,
        before: { fields: {}, sections: { [section]: before } },
        after: { fields: {}, sections: { [section]: text } },
      });
    },
  };
}

function nearest(hints: readonly Hint[], start: number): Hint | undefined {
  const away = (hint: Hint) => Math.abs(hint.start - start);
  return hints.toSorted((a, b) => away(a) - away(b))[0];
}
