// What a step did, in a few words: "barrier “Canary” removed", "title changed".

import type { RecordFields } from '@core/record/model';
import { SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import { listed } from '../../ui/words';
import type { Step, Values } from './undo-history';
import { same } from './undo-list';

const NAMES: Record<keyof RecordFields, string> = {
  id: 'id',
  title: 'title',
  status: 'status',
  occurred: 'when it occurred',
  reported: 'when it was reported',
  reporter: 'reporter',
  foundIn: 'where it was found',
  kind: 'kind',
  services: 'services',
  themes: 'themes',
  customerImpact: 'customers',
  trigger: 'trigger',
  harm: 'harm',
  barriers: 'barriers',
  triage: 'triage',
  actions: 'actions',
  incidents: 'incidents',
  session: 'facts of the session',
};

export function stepLabel(step: Step): string {
  if (step.label !== undefined) return step.label;
  return step.kind === 'edit' ? changeLabel(step.before, step.after) : '';
}

function changeLabel(before: Values, after: Values): string {
  const { barriers, actions } = after.fields;
  const places = [...Object.keys(after.fields), ...Object.keys(after.sections)];
  if (places.length === 1 && barriers) {
    return listLabel('barrier', before.fields.barriers ?? [], barriers, ({ name }) => name);
  }
  if (places.length === 1 && actions) {
    return listLabel('action', before.fields.actions ?? [], actions, ({ what }) => what);
  }
  // Triage takes the status along.
  if (after.fields.triage) return 'triage changed';
  return `${listed(places.map(placeName))} changed`;
}

/** A place of a record as it is called in a sentence. */
export function placeName(place: string): string {
  const heading = SECTION_HEADINGS[place as SectionKey];
  return heading ? `“${heading}”` : NAMES[place as keyof RecordFields];
}

function listLabel<T>(
  noun: string,
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): string {
  const one = (item: T | undefined) => {
    const name = item === undefined ? '' : nameOf(item).trim();
    return name ? `${noun} “${name}”` : noun;
  };
  const missing = (from: readonly T[], there: readonly T[]) =>
    from.find((item) => !there.some((other) => same(item, other)));
  if (after.length === before.length + 1) return `${one(missing(after, before))} added`;
  if (after.length === before.length - 1) return `${one(missing(before, after))} removed`;
  if (after.length !== before.length) return `${noun}s changed`;
  const changed = missing(after, before);
  if (changed !== undefined) return `${one(changed)} changed`;
  return `${one(after.find((item, index) => !same(item, before[index])))} moved`;
}
