// The six steps of a session: what each asks of the room, what it fills in, and how long it gets.
// The opening is a start screen before them, the read-out a closing one behind them.

import type { SectionKey } from '../record/model';

export const STEP_KEYS = ['story', 'saved', 'close', 'could', 'latent', 'actions'] as const;
export type StepKey = (typeof STEP_KEYS)[number];

export interface Step {
  key: StepKey;
  /** Short name, for the row of steps. */
  name: string;
  /** The one question the room sees. */
  question: string;
  /** How to answer it, under the question. */
  prompt: string;
  /** The section the room's words go to; null for the step that collects actions. */
  section: SectionKey | null;
}

export const STEPS: readonly Step[] = [
  {
    key: 'story',
    name: 'Story',
    question: 'What almost happened?',
    prompt: 'Tell it in order, as it looked then. What did we see, and what did it mean to us?',
    section: 'almost',
  },
  {
    key: 'saved',
    name: 'What saved us',
    question: 'What saved us?',
    prompt: 'Luck, a fallback, someone, a check. Name each thing that stood in the way.',
    section: 'saved',
  },
  {
    key: 'close',
    name: 'How close',
    question: 'How close was it?',
    prompt: 'Minutes, one config value, one retry: say it so someone who was not here can feel it.',
    section: 'close',
  },
  {
    key: 'could',
    name: 'What if',
    question: 'What could have happened?',
    prompt: 'Take away what saved us. What meets the trigger next, and who would have felt it?',
    section: 'could',
  },
  {
    key: 'latent',
    name: 'Latent issue',
    question: 'What was there all along?',
    prompt: 'The gap underneath: what made this possible, and what else rests on it?',
    section: 'latent',
  },
  {
    key: 'actions',
    name: 'Actions',
    question: 'What will we do about it?',
    prompt: 'Small and owned beats large and someday. Not acting is a decision too, with a reason.',
    section: null,
  },
];

/** Minutes for each step and for the opening. */
export type TimeBoxes = Record<StepKey | 'opening', number>;

/** 25 minutes in all. */
export const DEFAULT_TIME_BOXES: TimeBoxes = {
  opening: 2,
  story: 5,
  saved: 4,
  close: 3,
  could: 5,
  latent: 3,
  actions: 3,
};

/** All boxes added up, in minutes. */
export function totalMinutes(boxes: TimeBoxes): number {
  return Object.values(boxes).reduce((sum, minutes) => sum + minutes, 0);
}

/**
 * The boxes in the same proportions, in whole minutes, none below one. They add up to `minutes`
 * exactly whenever there is a minute for each box; else every box is one minute.
 */
export function scaleBoxes(boxes: TimeBoxes, minutes: number): TimeBoxes {
  const factor = minutes / totalMinutes(boxes);
  const rows = (Object.keys(boxes) as (keyof TimeBoxes)[]).map((key) => {
    const share = boxes[key] * factor;
    return { key, share, box: Math.max(1, Math.floor(share)) };
  });
  const wanted = Math.max(rows.length, Math.round(minutes));
  let missing = wanted - rows.reduce((sum, row) => sum + row.box, 0);
  // Rounding down left minutes over, or the least of one minute took too many: each goes to, or
  // comes from, the box that is furthest from its share.
  for (; missing > 0; missing -= 1) furthest(rows, 1).box += 1;
  for (; missing < 0; missing += 1) {
    furthest(
      rows.filter((row) => row.box > 1),
      -1,
    ).box -= 1;
  }
  return Object.fromEntries(rows.map((row) => [row.key, row.box])) as TimeBoxes;
}

interface Share {
  share: number;
  box: number;
}

/** The row whose box is furthest below its share, or above it with `sign` −1; the first of equals. */
function furthest<Row extends Share>(rows: readonly Row[], sign: 1 | -1): Row {
  const off = (row: Row) => sign * (row.share - row.box);
  return rows.reduce((best, row) => (off(row) > off(best) ? row : best));
}
