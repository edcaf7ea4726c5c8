// A record's text for a copy elsewhere: nothing that is typed is missing from it. What cannot be
// put in its place stands at the end, under the name of its place, as it was typed.

import { readableValue } from '@core/record/conflict';
import { mineOver, type Pending, type ReadText } from './pending';
import { nameOf } from './places';

const LEAD = 'What could not be put in its place';

export function textToCopy(file: ReadText, pending: Pending): string {
  const { text, held } = mineOver(file, pending);
  if (held.length === 0) return text;
  const parts = held.flatMap(({ place }) => {
    const entry = pending.get(place);
    return entry ? [`### ${nameOf(place)}`, readableValue(entry.edit) || 'Nothing.'] : [];
  });
  const end = ['', `## ${LEAD}`, ...parts].join('\n\n');
  return `${text.trimEnd()}${inLineEnds(end, file.content.lineEnd)}${file.content.lineEnd}`;
}

function inLineEnds(text: string, lineEnd: string): string {
  return text.replace(/\r\n?|\n/g, lineEnd);
}
