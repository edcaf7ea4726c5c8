// Blind estimates: what people call out or show by hand before they have heard each other, entered
// by the facilitator and hidden until they are revealed. A spread of two or more is a finding, not
// a mistake: somebody knows something.

import { RECURRENCES, SEVERITIES } from '../record/model';
import type { Stage } from './session';

export const ESTIMATE_KINDS = ['close', 'severity', 'recurrence'] as const;
export type EstimateKind = (typeof ESTIMATE_KINDS)[number];

/** What the five values are called, from 1. */
export const ESTIMATE_SCALES: Record<EstimateKind, readonly string[]> = {
  close: ['far away', 'some way off', 'close', 'very close', 'touching'],
  severity: SEVERITIES,
  recurrence: RECURRENCES,
};

export const ESTIMATE_QUESTIONS: Record<EstimateKind, string> = {
  close: 'How close?',
  severity: 'How severe?',
  recurrence: 'How likely to recur?',
};

/** Which estimates a stage asks for. */
export const STAGE_ESTIMATES: Partial<Record<Stage, readonly EstimateKind[]>> = {
  close: ['close'],
  could: ['severity', 'recurrence'],
};

export interface Estimates {
  /** 1–5, in the order they came in. */
  values: readonly number[];
  revealed: boolean;
}

export const NO_ESTIMATES: Estimates = { values: [], revealed: false };

/** From how far apart on the room sees it differently. */
const FINDING = 2;

/** One more, 1–5; adding hides what was revealed: whoever is still thinking must not see it. */
export function withEstimate({ values }: Estimates, value: number): Estimates {
  return { values: [...values, value], revealed: false };
}

/** How often each value was given, from 1. */
export function estimateCounts(kind: EstimateKind, values: readonly number[]): number[] {
  return ESTIMATE_SCALES[kind].map((_, index) => values.filter((v) => v === index + 1).length);
}

/** Highest minus lowest; 0 while there are fewer than two. */
export function spread(values: readonly number[]): number {
  return values.length < 2 ? 0 : Math.max(...values) - Math.min(...values);
}

/** "4 estimates, from major to catastrophic.", "All 3 say severe.", "No estimates yet." */
export function spreadSentence(kind: EstimateKind, values: readonly number[]): string {
  const [first] = values;
  if (first === undefined) return 'No estimates yet.';
  const low = nameOf(kind, Math.min(...values));
  const high = nameOf(kind, Math.max(...values));
  if (values.length === 1) return `One estimate: ${low}.`;
  if (low === high) return `All ${values.length} say ${low}.`;
  return `${values.length} estimates, from ${low} to ${high}.`;
}

/** What a spread of two or more says; '' for a smaller one. */
export function spreadFinding(values: readonly number[]): string {
  return spread(values) >= FINDING ? 'The room sees this differently: why?' : '';
}

/** For Notes: "How close? 4 estimates, from close to touching: close 1, touching 3. The room …". */
export function estimatesNote(kind: EstimateKind, values: readonly number[]): string {
  const counts = estimateCounts(kind, values)
    .map((count, index) => (count > 0 ? `${nameOf(kind, index + 1)} ${count}` : ''))
    .filter(Boolean)
    .join(', ');
  const sentence = spreadSentence(kind, values).replace(/\.$/, '');
  const detail =
    values.length > 1 && spread(values) > 0 ? `${sentence}: ${counts}.` : `${sentence}.`;
  return [ESTIMATE_QUESTIONS[kind], detail, spreadFinding(values)].filter(Boolean).join(' ');
}

function nameOf(kind: EstimateKind, value: number): string {
  return ESTIMATE_SCALES[kind][value - 1] ?? String(value);
}
