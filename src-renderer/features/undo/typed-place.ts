// Where in a record a step changed text, if it changed the text of one place and nothing else.

import type { EditStep } from './undo-history';

/** A name for the place, the same for each step there ("fields.barriers.2.name"); else null. */
export function typedPlace({ before, after }: EditStep): string | null {
  const places = changedLeaves(before, after, '');
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** Text that differs; a thing of another kind or size counts as two, so as never to be just one. */
function changedLeaves(before: unknown, after: unknown, path: string): string[] {
  if (before === after) return [];
  if (typeof before === 'string' && typeof after === 'string') return [path];
  if (!isGroup(before) || !isGroup(after)) return [path, path];
  const keys = Object.keys(after);
  if (keys.length !== Object.keys(before).length) return [path, path];
  return keys.flatMap((key) => changedLeaves(before[key], after[key], `${path}.${key}`));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
