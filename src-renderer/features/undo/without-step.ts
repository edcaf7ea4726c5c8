// A record as if one step had never been made: what came after it is taken back, then the step,
// then what came after it is done again. So each thing comes back to the place it had.

import type { RecordFields, SectionKey } from '@core/record/model';
import { type Content, type PutBack, pick, putBack } from './put-back';
import type { EditStep, KnownStep, Values } from './undo-history';
import { same } from './undo-list';

/** What to set, and the later steps as they are without this one. */
export function withoutStep(
  content: Content,
  step: EditStep,
  later: readonly KnownStep[],
): { done: PutBack; rest: KnownStep[] } {
  const edits = later.filter((other) => other.kind === 'edit');
  const alone = { done: putBack(content, step.after, step.before), rest: [...later] };
  if (edits.length < later.length) return alone;
  let now = content;
  for (const { before, after } of edits.toReversed()) {
    now = withValues(now, putBack(now, after, before).values);
  }
  const done = putBack(now, step.after, step.before);
  now = withValues(now, done.values);
  const rest: KnownStep[] = [];
  for (const edit of edits) {
    const again = putBack(now, edit.before, edit.after);
    // What came after cannot be done again as it was: then nothing but this step is touched.
    if (again.kept.length > 0) return alone;
    const before = now;
    now = withValues(now, again.values);
    rest.push({ ...edit, before: valuesAt(before, edit.after), after: valuesAt(now, edit.after) });
  }
  return { done: { ...done, values: difference(content, now) }, rest };
}

function withValues(content: Content, { fields, sections }: Values): Content {
  return {
    fields: { ...content.fields, ...fields },
    sections: { ...content.sections, ...sections },
  };
}

/** What stands in the places of `values`. */
function valuesAt({ fields, sections }: Content, values: Values): Values {
  return {
    fields: pick(fields, Object.keys(values.fields) as (keyof RecordFields)[]),
    sections: pick(sections, Object.keys(values.sections) as SectionKey[]),
  };
}

function difference(before: Content, after: Content): Values {
  const of = <T extends object>(one: T, other: T) =>
    pick(
      other,
      (Object.keys(other) as (keyof T)[]).filter((place) => !same(one[place], other[place])),
    );
  return { fields: of(before.fields, after.fields), sections: of(before.sections, after.sections) };
}
