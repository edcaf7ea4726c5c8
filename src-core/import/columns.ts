// What a table's columns are to a near miss: told by their names, in our words and in those that
// teams use for the same, whatever their case and spacing.

import type { Label } from '../capture/labels';

/** Where a column's cells go: a label of the template, a line of the notes, or nowhere. */
export type ColumnTarget = Label | 'named note' | 'nowhere';

/** In the order they are offered, with the words they are offered by. */
export const TARGETS: Record<ColumnTarget, string> = {
  title: 'Title',
  date: 'Date',
  reporter: 'Reported by',
  services: 'Services',
  themes: 'Themes',
  almost: 'What almost happened',
  saved: 'What saved us',
  close: 'How close it was',
  could: 'What could have happened',
  customers: 'Would customers have felt it',
  latent: 'Latent issue exposed',
  notes: 'Notes',
  'named note': 'Notes, with the column’s name',
  nowhere: 'Leave out',
};

/** A near miss has one of each: a second column of that name becomes notes. */
const ONCE: readonly ColumnTarget[] = ['title', 'date', 'reporter'];

const NAMES: Record<Label, readonly string[]> = {
  title: ['title', 'name', 'summary', 'subject', 'headline', 'near miss'],
  date: ['date', 'occurred', 'occurred on', 'when', 'day', 'date of event', 'event date'],
  reporter: ['reported by', 'reporter', 'raised by', 'told by'],
  services: ['services', 'service', 'systems', 'system', 'affected services', 'components'],
  themes: ['themes', 'theme', 'tags', 'labels', 'categories', 'category'],
  almost: [
    'what almost happened',
    'what nearly happened',
    'what happened',
    'description',
    'the near miss',
    'story',
  ],
  saved: ['what saved us', 'saved by', 'saver', 'what stopped it', 'what went well'],
  close: ['how close was it', 'how close it was', 'how close'],
  could: ['what could have happened', 'worst case', 'potential impact', 'could have happened'],
  customers: [
    'would customers have felt it',
    'would it have been customer impacting',
    'customer impacting',
    'customer impact',
    'impact on customers',
  ],
  latent: ['latent issue exposed', 'latent issue', 'latent issues', 'underlying issue', 'gap'],
  notes: ['notes', 'comments', 'comment', 'remarks', 'other'],
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([label, names]) =>
    names.map((name) => [plainName(name), label as Label] as const),
  ),
);

/** What a column of this name is; null for a name that is not known. */
export function targetOf(name: string): Label | null {
  return BY_NAME.get(plainName(name)) ?? null;
}

/** What each column is. What is not known is kept as a line of the notes. */
export function matchColumns(columns: readonly string[]): ColumnTarget[] {
  const taken = new Set<ColumnTarget>();
  return columns.map((name) => {
    const target = targetOf(name);
    if (target === null || taken.has(target)) return name.trim() ? 'named note' : 'notes';
    if (ONCE.includes(target)) taken.add(target);
    return target;
  });
}

/** The matching with one column changed; what a near miss has once is taken from the other. */
export function withTarget(
  targets: readonly ColumnTarget[],
  column: number,
  target: ColumnTarget,
): ColumnTarget[] {
  return targets.map((other, i) => {
    if (i === column) return target;
    return other === target && ONCE.includes(target) ? 'named note' : other;
  });
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
