// What can be undone and redone, record by record, in the order it was made. Typing in one field
// is one step as long as it flows. A step says what was there before and after, and nothing of
// the rest of the record: what else has changed since is not its business.

import type { RecordKey } from '@core/library/listing';
import type { RecordFields, Sections } from '@core/record/model';
import { typedPlace } from './typed-place';

/** What a step leaves in some places of a record. */
export interface Values {
  fields: Partial<RecordFields>;
  sections: Partial<Sections>;
}

export interface EditStep {
  kind: 'edit';
  before: Values;
  after: Values;
  /** What was done, when the values alone do not say it. */
  label?: string;
}

/** Something done to the whole record, which main takes back; each says whether it could be. */
interface WholeStep {
  kind: 'whole';
  label: string;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
}

export type Step = EditStep | WholeStep;
export type KnownStep = Step & { id: number };

interface Steps {
  past: KnownStep[];
  future: KnownStep[];
}

/** Where someone was typing when the last step was made. */
interface Typing {
  key: RecordKey;
  field: unknown;
  place: string;
  at: number;
}

/** A pause of this many milliseconds ends a step of typing. */
const PAUSE = 1_000;
const MOST = 500;

export class UndoHistory {
  readonly #now: () => number;
  readonly #records = new Map<RecordKey, Steps>();
  #typing: Typing | null = null;
  #lastId = 0;

  constructor(now = () => Date.now()) {
    this.#now = now;
  }

  /**
   * Adds a step, or makes the last one longer when somebody goes on typing in `field`; gives its
   * number. What could be redone until now no longer can.
   * @param field what has the focus while it takes text, null when nothing does
   */
  add(key: RecordKey, step: Step, field: unknown = null): number {
    const steps = this.#of(key);
    const before = this.#typing;
    const place = step.kind === 'edit' && field ? typedPlace(step) : null;
    this.#typing = place === null ? null : { key, field, place, at: this.#now() };
    const last = steps.past.at(-1);
    if (last && this.#flows(before) && steps.future.length === 0) {
      if (last.kind === 'edit' && step.kind === 'edit') {
        last.after = step.after;
        return last.id;
      }
    }
    this.#lastId += 1;
    steps.past = [...steps.past, { ...step, id: this.#lastId }].slice(-MOST);
    steps.future = [];
    return this.#lastId;
  }

  /** The newest step that was not undone; it counts as undone from now on. */
  takeUndo(key: RecordKey): KnownStep | undefined {
    const steps = this.#of(key);
    const step = steps.past.pop();
    if (step) steps.future.push(step);
    this.#typing = null;
    return step;
  }

  /** The step that was undone last; it counts as done again. */
  takeRedo(key: RecordKey): KnownStep | undefined {
    const steps = this.#of(key);
    const step = steps.future.pop();
    if (step) steps.past.push(step);
    this.#typing = null;
    return step;
  }

  /** Forgets a step that can be neither undone nor redone any more. */
  drop(key: RecordKey, id: number): void {
    const steps = this.#of(key);
    steps.past = steps.past.filter((step) => step.id !== id);
    steps.future = steps.future.filter((step) => step.id !== id);
  }

  /** A step that was not undone, and all that came after it, oldest first; [] when it is not there. */
  since(key: RecordKey, id: number): KnownStep[] {
    const { past } = this.#of(key);
    const at = past.findIndex((step) => step.id === id);
    return at === -1 ? [] : past.slice(at);
  }

  /** Puts others in the place of a step and all that came after it. */
  replace(key: RecordKey, id: number, steps: readonly KnownStep[]): void {
    const known = this.#of(key);
    const at = known.past.findIndex((step) => step.id === id);
    if (at !== -1) known.past = [...known.past.slice(0, at), ...steps];
    this.#typing = null;
  }

  clear(): void {
    this.#records.clear();
    this.#typing = null;
  }

  #flows(before: Typing | null): boolean {
    const now = this.#typing;
    return (
      before !== null &&
      now !== null &&
      before.key === now.key &&
      before.field === now.field &&
      before.place === now.place &&
      now.at - before.at < PAUSE
    );
  }

  #of(key: RecordKey): Steps {
    const steps = this.#records.get(key) ?? { past: [], future: [] };
    this.#records.set(key, steps);
    return steps;
  }
}
