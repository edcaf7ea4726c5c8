// Every edit of a record's fields goes through here, so that it can be undone and redone in the
// order it was made. What an undo did, and what it could not do, is said.

import type { RecordKey } from '@core/library/listing';
import type { RecordFields } from '@core/record/model';
import type { Get, SetState } from '../../store/store';
import { textField } from '../../ui/text-fields';
import { listed } from '../../ui/words';
import { type Content, isEmpty, type PutBack, pick, putBack } from './put-back';
import { placeName, stepLabel } from './step-label';
import { type EditStep, type Step, UndoHistory } from './undo-history';
import { same } from './undo-list';
import { withoutStep } from './without-step';

/** A card of a list that an undo brought back, took away or changed. */
export interface Touched {
  key: RecordKey;
  field: 'barriers' | 'actions';
  index: number;
}

export interface UndoSlice {
  /** For an editor whose focus went with what was undone. */
  touched: Touched | null;
  /** Where no record is in sight, undo is about the one that was edited last. */
  lastEdited: RecordKey | null;
  /**
   * Changes fields, as one step, and gives its number; null when nothing is changed by it. `said`
   * tells it in a message, with a way back.
   */
  editFields(key: RecordKey, fields: Partial<RecordFields>, said?: string): number | null;
  /** Makes something that has been done already undoable; gives the step's number. */
  rememberStep(key: RecordKey, step: Step): number;
  undo(key: RecordKey): Promise<void>;
  redo(key: RecordKey): Promise<void>;
  /** Takes back one step, whatever came after it: that stays. */
  undoStep(key: RecordKey, id: number): Promise<void>;
  forgetSteps(): void;
}

type Direction = 'undo' | 'redo';

/** Messages about undoing replace one another. */
export const UNDO_TOPIC = 'undo';
const WORDS = {
  undo: { verb: 'Undone', back: 'redo', name: 'Redo' },
  redo: { verb: 'Done again', back: 'undo', name: 'Undo' },
} as const;

export function createUndoSlice(set: SetState, get: Get): UndoSlice {
  const history = new UndoHistory();
  /** Messages that offer to take a step back, by the step's number. */
  const offers = new Map<number, number>();

  const contentOf = (key: RecordKey): Content | null => {
    const view = get().open[key];
    return view && !view.readOnly ? view.content : null;
  };
  const apply = (key: RecordKey, { values, touched }: PutBack) => {
    const { putFields, editSection } = get();
    if (Object.keys(values.fields).length > 0) putFields(key, values.fields);
    for (const [section, text] of Object.entries(values.sections)) {
      editSection(key, section as keyof typeof values.sections, text);
    }
    set({ touched: touched && { key, ...touched } });
  };
  const tell = (direction: Direction, key: RecordKey, step: Step, rest = '') => {
    const { verb, back, name } = WORDS[direction];
    const message = [`${verb}: ${stepLabel(step)}.`, rest].filter(Boolean).join(' ');
    get().say(message, { name, run: () => void run(key, back) }, UNDO_TOPIC);
  };
  const dismissOffer = (id: number) => {
    const toast = offers.get(id);
    if (toast !== undefined) get().dismissToast(toast);
    offers.delete(id);
  };

  const run = async (key: RecordKey, direction: Direction): Promise<void> => {
    // A step of which nothing is left is passed over.
    for (;;) {
      const content = contentOf(key);
      if (!content) return;
      const step = direction === 'undo' ? history.takeUndo(key) : history.takeRedo(key);
      if (!step) return;
      dismissOffer(step.id);
      if (step.kind === 'whole') {
        if (await step[direction]()) tell(direction, key, step);
        else history.drop(key, step.id);
        return;
      }
      const { before, after } = step;
      const done =
        direction === 'undo' ? putBack(content, after, before) : putBack(content, before, after);
      if (!isEmpty(done.values)) {
        apply(key, done);
        tell(direction, key, step, keptSentence(done.kept));
        return;
      }
      history.drop(key, step.id);
      if (done.kept.length > 0) {
        get().say(keptSentence(done.kept), undefined, UNDO_TOPIC);
        return;
      }
    }
  };

  return {
    touched: null,
    lastEdited: null,

    editFields(key, fields, said) {
      const content = contentOf(key);
      if (!content) return null;
      const changed = Object.keys(fields).filter(
        (place) => !same(content.fields[place as keyof RecordFields], fields[place as never]),
      ) as (keyof RecordFields)[];
      const step: EditStep = {
        kind: 'edit',
        before: { fields: pick(content.fields, changed), sections: {} },
        after: { fields: pick(fields, changed), sections: {} },
      };
      get().putFields(key, fields);
      if (changed.length === 0) return null;
      set({ lastEdited: key });
      const id = history.add(key, step, textField(document.activeElement));
      if (!said) return id;
      const undo = { name: 'Undo', run: () => void get().undoStep(key, id) };
      offers.set(id, get().say(said, undo));
      return id;
    },

    rememberStep: (key, step) => history.add(key, step),
    undo: (key) => run(key, 'undo'),
    redo: (key) => run(key, 'redo'),

    async undoStep(key, id) {
      const content = contentOf(key);
      const [step, ...later] = history.since(key, id);
      if (!content || !step) return;
      if (later.length === 0) {
        await run(key, 'undo');
        return;
      }
      dismissOffer(id);
      if (step.kind === 'whole') {
        // It says itself why it cannot be, which is so unless the later ones changed nothing.
        history.drop(key, id);
        if (await step.undo()) get().say(`Undone: ${stepLabel(step)}.`, undefined, UNDO_TOPIC);
        return;
      }
      const { done, rest } = withoutStep(content, step, later);
      history.replace(key, id, rest);
      apply(key, done);
      if (isEmpty(done.values)) get().say(keptSentence(done.kept), undefined, UNDO_TOPIC);
      else get().say(`Undone: ${stepLabel(step)}.`, undefined, UNDO_TOPIC);
    },

    forgetSteps() {
      history.clear();
      offers.clear();
      set({ touched: null, lastEdited: null });
    },
  };
}

function keptSentence(kept: PutBack['kept']): string {
  if (kept.length === 0) return '';
  return `Not put back, because it was changed since: ${listed(kept.map(placeName))}.`;
}
