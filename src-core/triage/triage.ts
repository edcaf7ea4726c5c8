// Triage by what could have happened: severity × recurrence, each 1–5, shown with its
// arithmetic; bands and words come from the library's close-call.yml.

import {
  type Decision,
  RECURRENCES,
  type Recurrence,
  SEVERITIES,
  type Severity,
  type Triage,
} from '../record/model';

/** Products from which a band starts. */
export interface Bands {
  actNow: number;
  investigate: number;
}

export const DEFAULT_BANDS: Bands = { actNow: 15, investigate: 8 };

/** 1 (negligible) to 5 (catastrophic). */
export function severityScore(severity: Severity): number {
  return SEVERITIES.indexOf(severity) + 1;
}

/** 1 (rare) to 5 (almost certain). */
export function recurrenceScore(recurrence: Recurrence): number {
  return RECURRENCES.indexOf(recurrence) + 1;
}

/** severity × recurrence, 1–25; null while either is unknown. */
export function triageProduct(triage: Pick<Triage, 'severity' | 'recurrence'>): number | null {
  if (!triage.severity || !triage.recurrence) return null;
  return severityScore(triage.severity) * recurrenceScore(triage.recurrence);
}

/** The band the product falls in; catastrophic is never less than investigate. */
export function suggestedDecision(
  triage: Pick<Triage, 'severity' | 'recurrence'>,
  bands: Bands = DEFAULT_BANDS,
): Decision | null {
  const product = triageProduct(triage);
  if (product === null) return null;
  if (product >= bands.actNow) return 'act now';
  if (product >= bands.investigate || triage.severity === 'catastrophic') return 'investigate';
  return 'log';
}

/** "severe × likely, 4 × 4 = 16"; '' while either is unknown. */
export function triageArithmetic(triage: Pick<Triage, 'severity' | 'recurrence'>): string {
  const { severity, recurrence } = triage;
  if (!severity || !recurrence) return '';
  const s = severityScore(severity);
  const r = recurrenceScore(recurrence);
  return `${severity} × ${recurrence}, ${s} × ${r} = ${s * r}`;
}

/** Why this decision is suggested: "Act now starts at 15."; '' while nothing is. */
export function whySuggested(
  triage: Pick<Triage, 'severity' | 'recurrence'>,
  bands: Bands = DEFAULT_BANDS,
): string {
  const product = triageProduct(triage);
  if (product === null) return '';
  if (product >= bands.actNow) return `Act now starts at ${bands.actNow}.`;
  if (product >= bands.investigate) return `Investigate starts at ${bands.investigate}.`;
  return triage.severity === 'catastrophic'
    ? 'Catastrophic is never less than investigate.'
    : `Below ${bands.investigate} it is logged.`;
}

/** A decision other than the suggested one asks for a reason, and so does deciding not to act. */
export function asksForReason(triage: Triage, bands: Bands = DEFAULT_BANDS): boolean {
  const suggested = suggestedDecision(triage, bands);
  return (
    suggested !== null &&
    triage.decision !== null &&
    (triage.decision !== suggested || triage.decision === 'log')
  );
}

/** Whether the reason that is asked for is missing. */
export function needsReason(triage: Triage, bands: Bands = DEFAULT_BANDS): boolean {
  return asksForReason(triage, bands) && triage.reason.trim() === '';
}

/** The day to look again; '' for any other decision than not to act, whatever was chosen before it. */
export function reviewOf({ decision, review }: Pick<Triage, 'decision' | 'review'>): string {
  return decision === 'log' ? review : '';
}
