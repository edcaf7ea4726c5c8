// One trial: the app starts on what the kill before has left, is typed into, and is killed at a
// random moment. Then the disk alone must show that nothing acknowledged and nothing older than a
// quarter of a second is gone.

import { setTimeout as delay } from 'node:timers/promises';
import { Ended, type Launch } from './driven-app';
import { RecordPage, type Texts } from './page';
import { type KillWindow, planOf } from './plan';
import type { Rounds } from './rounds';
import type { TrialLibrary } from './trial-library';
import { Typed } from './typed';

/** What is typed is in the journal this many milliseconds later. */
const PROMISED = 250;
const PLACES = ['section', 'field'] as const;

export interface Outcome {
  problems: string[];
  /** Times the page said "Saved". */
  acknowledged: number;
  /** Of those, how many showed something that is gone. */
  acknowledgedLost: number;
  /** Keys that were older than promised at the kill, and how many of them are gone. */
  old: number;
  oldLost: number;
  /** The oldest key that is gone: milliseconds since the app had it, and since it was sent. */
  oldestLost: { had: number; sent: number };
  /** The kill came while a file was being written. */
  amidWrite: boolean;
}

export interface TrialParts {
  library: TrialLibrary;
  launch: Pick<Launch, 'executable' | 'env' | 'under'>;
  seed: number;
  trial: number;
  window: KillWindow;
  /** What the kill before has left on the disk: the start must show it. */
  left: Texts;
  rounds: Rounds;
}

export async function runTrial(parts: TrialParts): Promise<{ outcome: Outcome; left: Texts }> {
  const { library, seed, trial } = parts;
  const acknowledged: Texts[] = [];
  const page = await openPage(parts, (texts) => acknowledged.push(texts));
  const problems = await problemsAtStart(parts, page);
  const typed = new Typed(page.shown);
  const plan = planOf(seed, trial, parts.window);
  const killed = delay(plan.killAfter).then(() => page.app.killNow());
  try {
    for (let count = 0; ; count += 1) {
      const step = plan.next();
      if (step.do === 'save') await page.app.control('s');
      else if (step.do === 'pause') await delay(step.for);
      else {
        await page.goTo(step.place);
        const token = `k${trial.toString(36)}x${count.toString(36)}`;
        await typed.type(step.place, token, (letter) => page.app.press(letter));
        await delay(plan.rhythm);
      }
    }
  } catch (error) {
    if (!(error instanceof Ended)) problems.push(`it could not be typed: ${error}`);
  }
  const killedAt = await killed;
  await page.app.kill();

  const found = await library.look();
  problems.push(...found.problems);
  for (const place of PLACES) {
    if (!typed.isBeginning(place, found.kept[place])) {
      problems.push(
        `the ${place} holds what was never typed: ${JSON.stringify(found.kept[place])}`,
      );
    }
    if (!found.kept[place].startsWith(found.file[place])) {
      problems.push(`the journal's ${place} is older than the file's`);
    }
  }
  const gone = acknowledged.filter((texts) =>
    PLACES.some((place) => !found.file[place].startsWith(texts[place].trimEnd())),
  );
  for (const texts of gone) {
    problems.push(
      `said to be saved and gone: ${JSON.stringify(texts)}; the file has ${JSON.stringify(found.file)}`,
    );
  }
  const keys = typed.judge(found.kept, killedAt);
  const old = keys.filter(({ age }) => age.had > PROMISED);
  const oldLost = old.filter(({ isKept }) => !isKept);
  const lost = keys.filter(({ isKept }) => !isKept).map(({ age }) => age);
  if (oldLost.length > 0) {
    const last = found.journalledAt ?? Number.NaN;
    const ages = oldLost.map(({ age }) => Math.round(age.had)).join(', ');
    problems.push(
      `keys of ${ages} ms are gone; the kill came ${plan.killAfter} ms after the first, and ` +
        `${Math.round(performance.timeOrigin + killedAt - last)} ms after the journal's last line`,
    );
  }
  return {
    left: found.kept,
    outcome: {
      problems,
      acknowledged: acknowledged.length,
      acknowledgedLost: gone.length,
      old: old.length,
      oldLost: oldLost.length,
      oldestLost: {
        had: Math.max(0, ...lost.map(({ had }) => had)),
        sent: Math.max(0, ...lost.map(({ sent }) => sent)),
      },
      amidWrite: found.temps.length > 0,
    },
  };
}

/** Starts the app once more and looks whether it shows what the last kill has left. */
export async function lookOnce(parts: TrialParts): Promise<string[]> {
  const page = await openPage(parts, () => {});
  const problems = await problemsAtStart(parts, page);
  await page.app.kill();
  return problems;
}

/** Starts the app while the others start theirs; nobody is typing yet when it is there. */
async function openPage(parts: TrialParts, saved: (texts: Texts) => void): Promise<RecordPage> {
  const { folder, profile } = parts.library;
  await parts.rounds.together();
  const page = await RecordPage.open({ ...parts.launch, profile, library: folder }, saved);
  await parts.rounds.together();
  return page;
}

async function problemsAtStart({ library, left }: TrialParts, page: RecordPage): Promise<string[]> {
  const problems: string[] = [];
  for (const place of PLACES) {
    if (page.shown[place].trimEnd() === left[place].trimEnd()) continue;
    const words = `${JSON.stringify(left[place])}, shown: ${JSON.stringify(page.shown[place])}`;
    problems.push(`after the start the ${place} is not what was kept: ${words}`);
  }
  const temps = await library.temps();
  if (temps.length > 0) problems.push(`not swept at the start: ${temps.join(', ')}`);
  return problems;
}
