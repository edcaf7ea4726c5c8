// What a letter typed in a section leaves as it was: everything that is drawn of a record but its
// words. For components that would else be drawn anew for each.

import type { RecordView } from '@core/ipc/contract';

/** Whether two sets of properties differ in the words of their record's sections at most. */
export function isSameApartFromWords<Props extends { view: RecordView }>(
  before: Props,
  after: Props,
): boolean {
  const names = Object.keys(after) as (keyof Props)[];
  return names.every((name) => {
    if (name !== 'view') return before[name] === after[name];
    const [one, other] = [before.view, after.view];
    return (
      one.key === other.key &&
      one.readOnly === other.readOnly &&
      one.content.fields === other.content.fields
    );
  });
}
