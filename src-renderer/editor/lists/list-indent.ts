// The same list with its text further in. What follows a list belongs to it when it is indented at
// least as far as the list's text; written further in, the list leaves it alone. Promises that
// every form says what the one given says.

const MARKER = /^(?:[-*+]|\d{1,9}[.)])( {1,4})(?! )/;
/** More spaces than these before a marker, or after it, would make code of what they precede. */
const MOST_BEFORE = 3;
const MOST_AFTER = 4;

/**
 * Forms of `list` (one list as the serialiser writes it: markers at the left edge, lines ended by
 * '\n'), each with its text one column further in than the one before.
 */
export function furtherIn(list: string): string[] {
  const spaces = Math.max(...list.split('\n').map((line) => MARKER.exec(line)?.[1]?.length ?? 0));
  const forms: string[] = [];
  for (let after = 1; after <= MOST_AFTER - spaces; after += 1) forms.push(indent(list, 0, after));
  const most = Math.max(0, MOST_AFTER - spaces);
  for (let before = 1; before <= MOST_BEFORE; before += 1) forms.push(indent(list, before, most));
  return forms;
}

function indent(list: string, before: number, after: number): string {
  return list
    .split('\n')
    .map((line) => {
      if (line === '') return line;
      const marker = /^(?:[-*+]|\d{1,9}[.)])(?= |$)/.exec(line)?.[0] ?? '';
      const text = line.slice(marker.length);
      return ' '.repeat(before) + marker + (text === '' ? '' : ' '.repeat(after) + text);
    })
    .join('\n');
}
