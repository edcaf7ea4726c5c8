// The ladder from trigger to harm: what stopped it, what was left behind that, what luck had to
// do with it, and what would have met the trigger had the saver not been there.

import type { Barrier } from './model';

export type Strength = 'effective' | 'limited' | 'minimal' | 'none';

/** Kinds of barrier that nobody could have counted on. */
const BY_CHANCE: ReadonlySet<Barrier['kind']> = new Set(['person by chance', 'timing', 'luck']);

/** The barrier the trigger met and did not get past: the first that stopped it. -1 if none did. */
export function saverIndex(barriers: readonly Barrier[]): number {
  return barriers.findIndex((barrier) => barrier.state === 'stopped');
}

/** Was this barrier luck, timing, by chance, or not built for this? */
export function isLuck(barrier: Barrier): boolean {
  return BY_CHANCE.has(barrier.kind) || barrier.byDesign === 'no';
}

/** Stopped barriers that were luck over all stopped barriers, 0–1; null when nothing stopped it. */
export function luckShare(barriers: readonly Barrier[]): number | null {
  const stopped = barriers.filter((barrier) => barrier.state === 'stopped');
  if (stopped.length === 0) return null;
  return stopped.filter(isLuck).length / stopped.length;
}

/** Could something still stand in the way here: not failed, not absent. */
function stillStands(barrier: Barrier): boolean {
  return barrier.state !== 'failed' && barrier.state !== 'absent';
}

/** Barriers after the saver that neither failed nor are absent; null while no saver is known. */
export function whatIsLeft(barriers: readonly Barrier[]): Barrier[] | null {
  const saver = saverIndex(barriers);
  if (saver === -1) return null;
  return barriers.slice(saver + 1).filter(stillStands);
}

/** A barrier that can be counted on: known to be there, and built for this. */
function isEffective(barrier: Barrier): boolean {
  return barrier.known === 'known' && !isLuck(barrier);
}

/**
 * Remaining strength in words: effective (a known, designed barrier left), limited (only assumed
 * or by-chance ones), minimal (one untested), none; null while no saver is known.
 */
export function remainingStrength(barriers: readonly Barrier[]): Strength | null {
  const left = whatIsLeft(barriers);
  if (left === null) return null;
  const [first, ...others] = left;
  if (!first) return 'none';
  if (left.some(isEffective)) return 'effective';
  if (others.length === 0 && first.state !== 'stopped') return 'minimal';
  return 'limited';
}

const COUNT_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function countWord(count: number): string {
  return COUNT_WORDS[count] ?? String(count);
}

/** "One untested barrier left.", "Nothing was left."; '' while no saver is known. */
export function whatIsLeftSentence(barriers: readonly Barrier[]): string {
  const left = whatIsLeft(barriers);
  if (left === null) return '';
  if (left.length === 0) return 'Nothing was left.';
  const untested = left.filter((barrier) => barrier.state !== 'stopped').length;
  const noun = left.length === 1 ? 'barrier' : 'barriers';
  if (untested === left.length) return `${countWord(left.length)} untested ${noun} left.`;
  if (untested === 0) return `${countWord(left.length)} ${noun} left.`;
  return `${countWord(left.length)} ${noun} left, ${countWord(untested).toLowerCase()} untested.`;
}

/** What a rung says under its name: its state, its design, its note. */
export function rungDetail(barrier: Barrier): string {
  const note = barrier.note.trim();
  switch (barrier.state) {
    case 'failed':
      return note ? `failed: ${note}` : 'failed';
    case 'absent':
      return note ? `absent: ${note}` : 'absent';
    case 'stopped': {
      const design = barrier.byDesign === 'no' ? 'not designed to' : '';
      const byDesign = barrier.byDesign === 'yes' ? 'by design' : design;
      return ['stopped it', byDesign, note].filter(Boolean).join(', ');
    }
    case 'untested': {
      const known = barrier.known === 'assumed' ? 'assumed to work' : '';
      const knowledge = barrier.known === 'known' ? 'known to be there' : known;
      return ['untested', knowledge, note].filter(Boolean).join(', ');
    }
    default:
      return note;
  }
}

/** The ladder's summary for a glance or a screen reader: "2 failed, 1 stopped it, 1 untested". */
export function ladderSummary(barriers: readonly Barrier[]): string {
  if (barriers.length === 0) return 'No barriers yet';
  const count = (state: Barrier['state']) => barriers.filter((b) => b.state === state).length;
  const parts: [number, string][] = [
    [count('failed'), 'failed'],
    [count('absent'), 'absent'],
    [count('stopped'), 'stopped it'],
    [count('untested'), 'untested'],
    [count(null), 'not said'],
  ];
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ');
}

export interface Counterfactual {
  /** Index of the removed saver in the ladder. */
  saver: number;
  /** Index of the barrier that would have met the trigger next; null when that is the harm. */
  next: number | null;
  sentence: string;
}

/**
 * The ladder replayed without its saver; null while no saver is known. Names stand in quotes as
 * they were written: "Without “Nightly cleanup job”, “Read-only fallback” is next: untested,
 * assumed to work."
 */
export function withoutSaver(barriers: readonly Barrier[], harm: string): Counterfactual | null {
  const saver = saverIndex(barriers);
  const removed = barriers[saver];
  if (!removed) return null;
  const next = barriers.findIndex((barrier, index) => index > saver && stillStands(barrier));
  const meets = barriers[next];
  const without = `Without ${quoted(removed.name, 'the barrier that stopped it')}`;
  if (!meets) {
    const end = harm.trim().replace(/(?<![.!?])$/, '.');
    const sentence = `${without}, nothing else stood in the way.`;
    return { saver, next: null, sentence: harm.trim() ? `${sentence} ${end}` : sentence };
  }
  const name = quoted(meets.name, 'a barrier without a name');
  return { saver, next, sentence: `${without}, ${name} is next${standing(meets)}.` };
}

/** What is known of the barrier that would have met the trigger next. */
function standing(barrier: Barrier): string {
  if (barrier.state === 'untested') return `: ${rungDetail(barrier).replace(/\.$/, '')}`;
  if (barrier.state === 'stopped') return ', which stopped it too';
  return ', and nobody has said whether it would hold';
}

function quoted(name: string, nameless: string): string {
  return name.trim() ? `“${name.trim()}”` : nameless;
}
