// The handbook page of a near miss as a value: what Markdown and print both show, and in which
// order. Everything but the sections is plain text on one line; sections are the author's own
// Markdown, untouched. Nothing of the facilitator's is here: a record does not hold it.

import type { LibraryConfig } from '../library/config';
import { rankActions } from '../record/actions';
import {
  type Barrier,
  type BarrierState,
  type RecordContent,
  type RecordFields,
  SECTION_HEADINGS,
  SECTION_KEYS,
  type SessionFacts,
} from '../record/model';
import { type Fact, factsOf, listed } from './facts';
import {
  capitalised,
  counted,
  dateForTable,
  dateInWords,
  dayInWords,
  designWords,
  oneLine,
} from './words';

export interface SectionPart {
  kind: 'section';
  /** Inline Markdown, as the author wrote it; '' for text that stands before any heading. */
  heading: string;
  /** Markdown, as the author wrote it. */
  text: string;
  /** A row above says all of it, so that a page for reading need not repeat it. */
  saidAbove: boolean;
}

interface LadderRow {
  /** "Trigger", "Failed", "Stopped it", "Untested", "Absent", "Not said", "Harm". */
  label: string;
  text: string;
  state: BarrierState | null;
}

export interface LadderPart {
  kind: 'ladder';
  heading: string;
  rows: LadderRow[];
}

interface ActionRow {
  what: string;
  kind: string;
  owner: string;
  due: string;
  done: string;
}

export interface ActionsPart {
  kind: 'actions';
  heading: string;
  /** Most worth doing first. */
  rows: ActionRow[];
}

export type Part = SectionPart | LadderPart | ActionsPart;

export interface HandbookPage {
  title: string;
  /** "Near miss · 20 November 2026 · orders-db" */
  kicker: string;
  facts: Fact[];
  parts: Part[];
  /** "Walked through on 21 November 2026 by Ana with 5 people, 24 minutes."; '' if it was not. */
  session: string;
  /** Sentences. */
  thanks: string[];
}

const UNTITLED = 'Untitled near miss';

/** The page of one record, with the words its library gives to severity and recurrence. */
export function handbookPage(content: RecordContent, config: LibraryConfig): HandbookPage {
  const { fields } = content;
  const facts = factsOf(content, config);
  return {
    title: oneLine(fields.title) || UNTITLED,
    kicker: ['Near miss', dayInWords(fields.occurred || fields.reported), listed(fields.services)]
      .filter(Boolean)
      .join(' · '),
    facts: facts.rows,
    parts: partsOf(content, facts.customersSaid),
    session: sessionLine(fields.session),
    thanks: thanksOf(fields),
  };
}

/** Text before the sections, the story, the ladder, the other sections, what else, the actions. */
function partsOf(content: RecordContent, customersSaid: boolean): Part[] {
  const extras = content.extras.map(({ heading, text }) => section(heading, text));
  const known = SECTION_KEYS.map((key) => ({
    ...section(SECTION_HEADINGS[key], content.sections[key]),
    saidAbove: key === 'customers' && customersSaid,
  }));
  const [story, ...others] = known;
  const parts: (Part | null | undefined)[] = [
    ...extras.filter((extra) => extra.heading === ''),
    story,
    ladder(content.fields),
    ...others,
    ...extras.filter((extra) => extra.heading !== ''),
    actions(content.fields),
  ];
  return parts.filter(
    (part): part is Part =>
      !!part && (part.kind !== 'section' || part.text.trim() !== '' || isBareExtra(part)),
  );
}

/** An unknown section may be all heading; a known one without text is simply empty. */
function isBareExtra(part: SectionPart): boolean {
  return part.heading !== '' && !Object.values(SECTION_HEADINGS).includes(part.heading);
}

function section(heading: string, text: string): SectionPart {
  return { kind: 'section', heading: oneLine(heading), text, saidAbove: false };
}

const STATE_LABELS: Record<BarrierState, string> = {
  failed: 'Failed',
  stopped: 'Stopped it',
  untested: 'Untested',
  absent: 'Absent',
};

function ladder({ trigger, harm, barriers }: RecordFields): LadderPart | null {
  const end = (label: string, text: string): LadderRow[] =>
    oneLine(text) ? [{ label, text: oneLine(text), state: null }] : [];
  const rungs = barriers.map(
    (barrier): LadderRow => ({
      label: barrier.state ? STATE_LABELS[barrier.state] : 'Not said',
      text: rungText(barrier),
      state: barrier.state,
    }),
  );
  const rows = [...end('Trigger', trigger), ...rungs, ...end('Harm', harm)];
  return rows.length > 0 ? { kind: 'ladder', heading: 'What stood in the way', rows } : null;
}

/** "Nightly cleanup job, not designed to"; the note after a colon. */
function rungText(barrier: Barrier): string {
  const name = oneLine(barrier.name) || 'A barrier without a name';
  const note = oneLine(barrier.note);
  const qualifier = qualifierOf(barrier);
  const said = qualifier ? `${name}, ${qualifier}` : name;
  return note ? `${said}: ${note}` : said;
}

function qualifierOf(barrier: Barrier): string {
  if (barrier.state === 'stopped') return designWords(barrier);
  if (barrier.state !== 'untested' || !barrier.known) return '';
  return barrier.known === 'known' ? 'known to be there' : 'assumed to work';
}

function actions(fields: RecordFields): ActionsPart | null {
  const rows = rankActions([fields]).map(({ action }): ActionRow => {
    const { what, kind, owner, due, done } = action;
    return {
      what: oneLine(what) || 'An action without words',
      kind: capitalised(kind ?? ''),
      owner: oneLine(owner),
      due: dateForTable(due),
      done: dateForTable(done),
    };
  });
  if (rows.length === 0) return null;
  return { kind: 'actions', heading: 'Actions, by what could have happened', rows };
}

function sessionLine({ held, minutes, facilitator, people }: SessionFacts): string {
  const said = [
    oneLine(held) ? ` on ${dateInWords(held)}` : '',
    oneLine(facilitator) ? ` by ${oneLine(facilitator)}` : '',
    people ? ` with ${counted(people, 'person', 'people')}` : '',
    minutes ? `, ${counted(minutes, 'minute', 'minutes')}` : '',
  ].join('');
  return said ? `Walked through${said}.` : '';
}

/** Whoever raised it, then what worked because someone built it to. */
function thanksOf({ reporter, barriers }: RecordFields): string[] {
  const name = oneLine(reporter);
  const raised = name ? `Thank you, ${name}, for raising it.` : 'Thank you to whoever raised this.';
  const worked = barriers
    .filter((barrier) => barrier.state === 'stopped' && barrier.byDesign === 'yes')
    .map((barrier) => oneLine(barrier.name))
    .filter(Boolean);
  if (worked.length === 0) return [raised];
  const noun = worked.length === 1 ? 'barrier' : 'barriers';
  return [raised, `Thanks to the ${noun} that worked, built for this: ${worked.join(', ')}.`];
}
