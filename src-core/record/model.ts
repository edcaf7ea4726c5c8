// The record as typed values: the words of the format, and nothing about bytes. Absent text is
// '', an absent word is null, an absent list is []: forms and functions need no third case.

export const FORMAT_VERSION = 1;

export const STATUSES = ['captured', 'triaged', 'investigating', 'logged', 'learned'] as const;
export const FOUND_IN = ['production', 'staging', 'canary', 'review', 'game day', 'other'] as const;
export const RECORD_KINDS = [
  'resource',
  'late catch',
  'contained dependency',
  'near page',
  'hunch',
  'other',
] as const;
export const IMPACTS = ['yes', 'no', 'maybe'] as const;
export const BARRIER_STATES = ['failed', 'stopped', 'untested', 'absent'] as const;
export const BARRIER_KINDS = [
  'automated gate',
  'canary or staged rollout',
  'isolation or limit',
  'redundancy or failover',
  'alert',
  'review',
  'procedure',
  'person on duty',
  'person by chance',
  'timing',
  'luck',
] as const;
export const YES_NO = ['yes', 'no'] as const;
export const KNOWLEDGE = ['known', 'assumed'] as const;
export const SEVERITIES = ['negligible', 'minor', 'major', 'severe', 'catastrophic'] as const;
export const RECURRENCES = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'] as const;
export const DECISIONS = ['act now', 'investigate', 'log'] as const;
export const ACTION_KINDS = ['fix', 'detect', 'reinforce', 'learn', 'accept'] as const;
export const EFFORTS = ['small', 'medium', 'large'] as const;

export type Status = (typeof STATUSES)[number];
export type FoundIn = (typeof FOUND_IN)[number];
export type RecordKind = (typeof RECORD_KINDS)[number];
export type Impact = (typeof IMPACTS)[number];
export type BarrierState = (typeof BARRIER_STATES)[number];
type BarrierKind = (typeof BARRIER_KINDS)[number];
type YesNo = (typeof YES_NO)[number];
type Knowledge = (typeof KNOWLEDGE)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Recurrence = (typeof RECURRENCES)[number];
export type Decision = (typeof DECISIONS)[number];
type ActionKind = (typeof ACTION_KINDS)[number];
export type Effort = (typeof EFFORTS)[number];

/** One rung of the ladder between the trigger and the harm. */
export interface Barrier {
  name: string;
  state: BarrierState | null;
  kind: BarrierKind | null;
  /** Was it built for this? */
  byDesign: YesNo | null;
  known: Knowledge | null;
  note: string;
}

export interface Triage {
  severity: Severity | null;
  recurrence: Recurrence | null;
  decision: Decision | null;
  reason: string;
  /** When a decision not to act is looked at again; an ISO date. */
  review: string;
}

export interface Action {
  /** Unique within its record: a1, a2, … */
  id: string;
  what: string;
  kind: ActionKind | null;
  owner: string;
  due: string;
  effort: Effort | null;
  /** The date it was done; '' while it is open. */
  done: string;
}

export interface SessionFacts {
  held: string;
  minutes: number | null;
  facilitator: string;
  people: number | null;
}

/** The front matter of a record. Dates are strings, as written, never reinterpreted. */
export interface RecordFields {
  id: string;
  title: string;
  status: Status | null;
  occurred: string;
  reported: string;
  /** '' when told in confidence. */
  reporter: string;
  foundIn: FoundIn | null;
  kind: RecordKind | null;
  services: string[];
  themes: string[];
  customerImpact: Impact | null;
  trigger: string;
  harm: string;
  barriers: Barrier[];
  triage: Triage;
  actions: Action[];
  incidents: string[];
  session: SessionFacts;
}

export const SECTION_KEYS = [
  'almost',
  'saved',
  'close',
  'could',
  'customers',
  'latent',
  'notes',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** Headings as they stand in the file, and everywhere in the interface. */
export const SECTION_HEADINGS: Record<SectionKey, string> = {
  almost: 'What almost happened',
  saved: 'What saved us',
  close: 'How close it was',
  could: 'What could have happened',
  customers: 'Would customers have felt it',
  latent: 'Latent issue exposed',
  notes: 'Notes',
};

export type Sections = Record<SectionKey, string>;

/** A section the format does not know: kept, shown, never dropped. */
interface ExtraSection {
  heading: string;
  text: string;
}

/** A word or value the reader could not use; the file keeps it as it is. */
export interface Problem {
  /** Line in the file, from 1. */
  line: number;
  message: string;
}

/** A record as read from its text. */
export interface RecordContent {
  version: number;
  fields: RecordFields;
  sections: Sections;
  extras: ExtraSection[];
  /** Front matter keys the format does not know, with their source. */
  unknownKeys: { key: string; source: string }[];
  problems: Problem[];
  /** What new lines are written with: the more frequent line end of the file. */
  lineEnd: '\n' | '\r\n';
}

export function emptySections(): Sections {
  return { almost: '', saved: '', close: '', could: '', customers: '', latent: '', notes: '' };
}

export function emptyFields(): RecordFields {
  return {
    id: '',
    title: '',
    status: 'captured',
    occurred: '',
    reported: '',
    reporter: '',
    foundIn: null,
    kind: null,
    services: [],
    themes: [],
    customerImpact: null,
    trigger: '',
    harm: '',
    barriers: [],
    triage: { severity: null, recurrence: null, decision: null, reason: '', review: '' },
    actions: [],
    incidents: [],
    session: { held: '', minutes: null, facilitator: '', people: null },
  };
}
