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
