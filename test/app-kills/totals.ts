// The counts of a run, and the failures in words as they come.

import type { Outcome } from './trial';

export class Totals {
  done = 0;
  failed = 0;
  #acknowledged = 0;
  #acknowledgedLost = 0;
  #old = 0;
  #oldLost = 0;
  #oldest = { had: 0, sent: 0 };
  #amidWrite = 0;

  add(trial: number, { problems, oldestLost, ...counts }: Outcome): void {
    this.done += 1;
    this.#acknowledged += counts.acknowledged;
    this.#acknowledgedLost += counts.acknowledgedLost;
    this.#old += counts.old;
    this.#oldLost += counts.oldLost;
    if (counts.amidWrite) this.#amidWrite += 1;
    this.#oldest.had = Math.max(this.#oldest.had, oldestLost.had);
    this.#oldest.sent = Math.max(this.#oldest.sent, oldestLost.sent);
    if (problems.length > 0) this.broke(trial, problems);
  }

  /** For a trial that was not brought to its end, or whose next start was not as it must be. */
  broke(trial: number, problems: readonly string[]): void {
    this.failed += 1;
    for (const problem of problems) console.error(`trial ${trial}: ${problem}`);
  }

  tally(): { passed: number; failed: number } {
    return { passed: Math.max(0, this.done - this.failed), failed: this.failed };
  }

  words(): string {
    const { had, sent } = this.#oldest;
    return [
      `${this.#acknowledged} acknowledged saves, ${this.#acknowledgedLost} lost`,
      `${this.#old} keys older than 250 ms, ${this.#oldLost} lost`,
      `oldest lost key ${Math.round(had)} ms old (${Math.round(sent)} ms since it was sent)`,
      `${this.#amidWrite} kills while a file was being written`,
      `${this.failed} failed`,
    ].join('; ');
  }
}
