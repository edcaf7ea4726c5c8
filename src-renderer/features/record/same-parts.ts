// What main hands over is a copy each time, also of what is as it was. Promises that such parts of a
// record stay the same objects: a letter typed in another window does not draw the whole page here.

import type { RecordView } from '@core/ipc/contract';
import type { RecordContent } from '@core/record/model';

/** `after`, with whatever in it says the same as `before` taken from there. */
export function withSameParts(before: RecordView | undefined, after: RecordView): RecordView {
  if (!before) return after;
  return { ...after, content: keep(before.content, after.content) };
}

function keep(before: RecordContent, after: RecordContent): RecordContent {
  const kept = Object.entries(after).map(([name, part]) => {
    const old = before[name as keyof RecordContent];
    return [name, JSON.stringify(old) === JSON.stringify(part) ? old : part];
  });
  return Object.fromEntries(kept) as RecordContent;
}
