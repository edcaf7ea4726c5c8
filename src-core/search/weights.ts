// What each word of a record weighs in it: more where people look for it, and more the more often it
// stands there, but ever less so (as in BM25, Robertson and Zaragoza 2009).

import { type RecordContent, SECTION_KEYS } from '../record/model';
import { wordsOf } from './words';

const SATURATION = 1.2;

/** From a word to its weight: above 0, below the sum of all that its places are worth. */
export function weightsOf(content: RecordContent): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [worth, texts] of placesOf(content)) {
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (const word of wordsOf(text ?? '')) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    for (const [word, count] of counts) {
      const weight = (worth * count) / (count + SATURATION);
      weights.set(word, (weights.get(word) ?? 0) + weight);
    }
  }
  return weights;
}

function placesOf({ fields, sections, extras }: RecordContent): [number, (string | null)[]][] {
  const { barriers, actions, triage, session } = fields;
  const texts = [
    ...SECTION_KEYS.map((key) => sections[key]),
    ...extras.flatMap(({ heading, text }) => [heading, text]),
  ];
  return [
    [4, [fields.title]],
    [2, [...fields.services, ...fields.themes, ...fields.incidents]],
    [1.5, barriers.flatMap(({ name, note, kind }) => [name, note, kind])],
    [1, [...texts, fields.trigger, fields.harm, triage.reason]],
    [1, actions.flatMap(({ what, owner }) => [what, owner])],
    [1, [fields.reporter, session.facilitator]],
    [1, [fields.kind, fields.foundIn, fields.status]],
  ];
}
