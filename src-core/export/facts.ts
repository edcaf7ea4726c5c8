// The rows that say in short what a near miss was. A row whose value nobody gave is left out: an
// export never guesses.

import type { LibraryConfig } from '../library/config';
import { whatIsLeft, whatIsLeftSentence } from '../record/ladder';
import type { RecordContent, RecordFields, Recurrence } from '../record/model';
import { recurrenceScore, reviewOf, severityScore, suggestedDecision } from '../triage/triage';
import { firstLineOf } from './plain-line';
import {
  capitalised,
  dateInWords,
  dayInWords,
  designWords,
  FOUND_IN_WORDS,
  KIND_WORDS,
  oneLine,
} from './words';

export interface Fact {
  label: string;
  value: string;
  /** The line above the title already says exactly this; only a page without it repeats it. */
  inKicker: boolean;
}

export interface Facts {
  rows: Fact[];
  /** The row about customers holds all that the section of the same name says. */
  customersSaid: boolean;
}

/** The rows, in the order of the page. */
export function factsOf(content: RecordContent, config: LibraryConfig): Facts {
  const { fields, sections } = content;
  const customers = customerImpact(fields, sections.customers);
  const { triage } = fields;
  const rows: Fact[] = [];
  const add = (label: string, value: string, inKicker = false) => {
    if (value) rows.push({ label, value, inKicker });
  };
  const day = dayInWords(fields.occurred);
  add('When', dateInWords(fields.occurred), dateInWords(fields.occurred) === day);
  if (!fields.occurred.trim()) add('Reported', dateInWords(fields.reported), true);
  add('Services', listed(fields.services), true);
  add('Would customers have felt it', customers.value);
  add('If it had happened', couldHave(fields, config));
  add('Left between this and harm', left(fields));
  add('Saved by', savedBy(fields));
  if (fields.foundIn) add('Found in', foundIn(fields));
  else if (fields.kind) add('Kind', capitalised(KIND_WORDS[fields.kind]));
  add('Themes', listed(fields.themes));
  if (!triage.severity && !triage.recurrence) add('Decision', capitalised(triage.decision ?? ''));
  add('Decision reason', oneLine(triage.reason));
  add('Looked at again', dateInWords(reviewOf(triage)));
  add('Incidents', listed(fields.incidents));
  add('Status', capitalised(fields.status ?? ''));
  return { rows, customersSaid: customers.whole };
}

/** Words of a list without empty ones. */
export function listed(words: readonly string[]): string {
  return words.map(oneLine).filter(Boolean).join(', ');
}

/** "Yes. Every checkout in the evening peak.": the answer and the first line about it. */
function customerImpact(fields: RecordFields, section: string): { value: string; whole: boolean } {
  const impact = fields.customerImpact;
  if (!impact) return { value: '', whole: false };
  const first = firstLineOf(section);
  const answer = capitalised(impact);
  const rest = first.text.replace(
    new RegExp(`^${impact}(?![\\p{L}\\p{N}-])[\\s,.;:–—]*`, 'iu'),
    '',
  );
  return { value: rest ? `${answer}. ${capitalised(rest)}` : answer, whole: first.whole };
}

const TO_RECUR: Record<Recurrence, string> = {
  rare: 'rare',
  unlikely: 'unlikely to recur',
  possible: 'possible',
  likely: 'likely to recur',
  'almost certain': 'almost certain to recur',
};

/** "Severe (major outage, data loss), likely to recur (monthly): 4 × 4 = 16, act now". */
function couldHave(fields: RecordFields, config: LibraryConfig): string {
  const { severity, recurrence, decision } = fields.triage;
  const explained = (word: string, meaning: string) =>
    oneLine(meaning) ? `${word} (${oneLine(meaning)})` : word;
  const how = severity ? explained(severity, config.severity[severity]) : '';
  const often = recurrence ? explained(TO_RECUR[recurrence], config.recurrence[recurrence]) : '';
  const words = capitalised([how, often].filter(Boolean).join(', '));
  if (!severity || !recurrence) return words && decision ? `${words}: ${decision}` : words;
  const s = severityScore(severity);
  const r = recurrenceScore(recurrence);
  const suggested = suggestedDecision(fields.triage, config.bands);
  const sum = `${words}: ${s} × ${r} = ${s * r}`;
  if (!decision) return `${sum}, which suggests ${suggested}`;
  return decision === suggested
    ? `${sum}, ${decision}`
    : `${sum}, which suggests ${suggested}; decided: ${decision}`;
}

/** The sentence of the ladder without the words that the row's label says already. */
function left(fields: RecordFields): string {
  if (whatIsLeft(fields.barriers)?.length === 0) return 'Nothing';
  return whatIsLeftSentence(fields.barriers)
    .replace(/ left(?=[,.])/, '')
    .replace(/\.$/, '');
}

/** "Timing, not designed to"; a barrier without a kind is named. */
function savedBy(fields: RecordFields): string {
  const savers = fields.barriers
    .filter((barrier) => barrier.state === 'stopped')
    .map((barrier) => [barrier.kind ?? oneLine(barrier.name), designWords(barrier)])
    .map((words) => words.filter(Boolean).join(', '))
    .filter(Boolean);
  return capitalised(savers.join('; '));
}

/** "Production, a resource close to its limit". */
function foundIn({ foundIn: place, kind }: RecordFields): string {
  const words = [place ? FOUND_IN_WORDS[place] : '', kind ? KIND_WORDS[kind] : ''];
  return capitalised(words.filter(Boolean).join(', '));
}
