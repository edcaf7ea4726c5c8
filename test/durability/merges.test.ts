// Three-way merges, generated: nothing that either side wrote is lost or doubled, nothing that both
// kept goes, and where git merges too it comes to the same, but for what both put in, which git may
// count as two.

import { mergeText } from '@core/record/merge-text';
import { expect, test } from 'vitest';
import { gitMerges } from './git-merge';
import { type MergeCase, mergeCase } from './merge-cases';
import { Progress, report } from './report';
import { FROM, PATIENCE, SEED, SIZES } from './sizes';

const BATCH = 500;

const often = (line: string, lines: readonly string[]) =>
  lines.filter((one) => one === line).length;
const ended = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

/** What is wrong with a merged text, in words; none when all is well. */
function faultsIn(
  { base, mine, theirs, inserted }: MergeCase,
  merged: readonly string[],
): string[] {
  const faults: string[] = [];
  for (const line of inserted) {
    const found = often(line, merged);
    if (found === 0) faults.push(`“${line}” is lost`);
    if (found > 1) faults.push(`“${line}” is doubled`);
  }
  for (const line of new Set([...base, ...merged])) {
    const before = often(line, base);
    const sides = [often(line, mine), often(line, theirs)];
    const found = often(line, merged);
    if (sides.every((count) => count >= before) && found < before) {
      faults.push(`“${line}” is gone, and neither side took it out`);
    }
    if (found > before && sides.every((count) => count <= before)) {
      faults.push(`“${line}” is there once more, and neither side put it in`);
    }
  }
  return faults;
}

/**
 * The result without the lines that both sides put in, or both took out, each more or fewer than the
 * base has: whether that was one change or two is open, and git may count it as two.
 */
function withoutShared({ base, mine, theirs }: MergeCase, merged: string): string[] {
  const isShared = (line: string) => {
    const [before, ours, others] = [often(line, base), often(line, mine), often(line, theirs)];
    return (ours > before && others > before) || (ours < before && others < before);
  };
  return merged
    .split('\n')
    .slice(0, -1)
    .filter((line) => !isShared(line));
}

test(
  'row 10: merges lose nothing, double nothing, and agree with git',
  async () => {
    const progress = new Progress('row 10', SIZES.merges);
    const counts = { clean: 0, choices: 0, bothClean: 0, twice: 0, inserted: 0 };
    const faults: string[] = [];
    for (let first = FROM; first < SIZES.merges; first += BATCH) {
      const size = Math.min(BATCH, SIZES.merges - first);
      const cases = Array.from({ length: size }, (_, n) => mergeCase(SEED, first + n));
      const byGit = await gitMerges(
        cases.map(({ base, mine, theirs }) => ({
          base: ended(base),
          mine: ended(mine),
          theirs: ended(theirs),
        })),
      );
      for (const [n, one] of cases.entries()) {
        const merged = mergeText(ended(one.base), ended(one.mine), ended(one.theirs));
        if (merged === null) {
          counts.choices += 1;
          continue;
        }
        counts.clean += 1;
        counts.inserted += one.inserted.length;
        const complain = (what: string) => faults.push(`trial ${first + n}: ${what}`);
        for (const fault of faultsIn(one, merged.split('\n').slice(0, -1))) complain(fault);
        const git = byGit[n] ?? null;
        if (git === null) continue;
        counts.bothClean += 1;
        if (git === merged) continue;
        counts.twice += 1;
        const [rest, ofGit] = [withoutShared(one, merged), withoutShared(one, git)];
        if (rest.join('\n') !== ofGit.join('\n')) complain('git merges it otherwise');
      }
      progress.step(first + size, size);
    }
    report(
      `row 10: ${SIZES.merges - FROM} merges (seed ${SEED}): ${counts.clean} clean, with ` +
        `${counts.inserted} lines put in, and ${counts.choices} left to a person; ` +
        `${counts.bothClean} clean in git too, ${counts.twice} of them with lines twice that both ` +
        `sides put in; ${faults.length} lines lost, doubled or gone, or texts that git merges otherwise`,
    );
    expect(faults).toEqual([]);
    expect(counts.clean).toBeGreaterThan((SIZES.merges - FROM) / 3);
  },
  PATIENCE,
);
