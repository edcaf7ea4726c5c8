// What whoever leads the room may say, hear and ask at each stage of a session. Written for
// someone's first time: sentences to read aloud as they stand. They ask what and how, never who
// and why, tell a near miss as something that almost happened, and look out for four habits of
// thought: attribution (a person where a condition explains it), confirmation (the first answer
// becomes everyone's), hindsight (it was not known then) and negativity (only what failed).

import type { Stage } from './session';

export interface Cue {
  /** Two or three sentences to read aloud. */
  say: readonly string[];
  /** What to listen for. */
  listen: string;
  /** What to ask when the room goes quiet. */
  quiet: string;
  /** How to know that the stage is done, and how to leave it. */
  leave: string;
}

/** The parts of a cue as close-call.yml and the facilitator's window name them. */
export const CUE_PARTS = {
  say: 'say',
  listen: 'listen for',
  quiet: 'if the room goes quiet',
  leave: 'before you go on',
} as const satisfies Record<keyof Cue, string>;

/** What a team has put in the place of the usual words. */
export type OwnCues = Partial<Record<Stage, Partial<Cue>>>;

/** Words in braces are filled from the record; see cue-words.ts. */
export const CUES: Record<Stage, Cue> = {
  opening: {
    say: [
      '{thanks} It takes something to bring up what nobody else has seen.',
      'This almost happened: {harm}. We talk about it as if it had, because next time it may.',
      'Everyone did what made sense with what they could see. So we ask what and how, and nobody is on trial.',
    ],
    listen:
      'Making it small: “nothing happened”. A verdict before the story: “that was down to …”. Say that both can wait until the end.',
    quiet: 'Go round once: what were you doing that day, and when did you first hear of it?',
    leave:
      'Everybody knows how long this takes and that it is about conditions. Begin with the story.',
  },
  story: {
    say: [
      'Please tell it in the order in which you saw it, and not as we understand it today.',
      'What was the first thing that looked odd, and what did it mean to you then?',
      'What set it off, as far as it is written down: {trigger}. What else was going on around that time?',
    ],
    listen:
      'Hindsight: “obviously”, “should have”. Attribution: someone’s care or skill, where the screen, the load or the hour would explain it. Ask what there was to see.',
    quiet: 'Ask for the last thing that looked normal, and then for the first one that did not.',
    leave:
      'Someone who was not there could retell it in three sentences. Read it back once, then go on.',
  },
  saved: {
    say: [
      'What stood between this and harm? Name everything, also what did not hold.',
      'How did each of these come to be in the way: was it built for this, or did it happen to be there?',
      'If it was luck, let us call it luck. That takes nothing away from anyone.',
    ],
    listen:
      'Luck told as skill: “we were quick”. Ask what put it on somebody’s screen that day. Negativity: only what failed gets named. Ask what worked as it was meant to.',
    quiet:
      'Walk along the ladder from the trigger: what could have noticed it first? And what after that?',
    leave: 'One barrier is marked as the one that stopped it, and the room agrees on its name.',
  },
  close: {
    say: [
      'Without {saver}, what would have noticed next, and how long after?',
      'What would have made this one a little worse?',
      'Before we talk about it: think of how close it was, and on three show it with your fingers, one for far away, five for touching.',
    ],
    listen: 'Luck described as skill. “It was fine in the end.” A barrier nobody has seen work.',
    quiet: 'Ask the person closest to the system for the last number they saw before it recovered.',
    leave:
      'There is one sentence with a number in it: minutes, a share, a single value. Next the room takes {saver} away and replays the ladder.',
  },
  could: {
    say: [
      'We take {saver} away. What meets it next, and has anyone seen that work?',
      'What would customers have felt first, and what would they have seen?',
      'What is the worst outcome that is still credible? Not the worst that one can imagine.',
    ],
    listen:
      'Confirmation: the first answer becomes everyone’s. Ask for one other way it could have gone before anything is settled. “We would have noticed”: ask by what.',
    quiet: 'Ask: what would be different at three in the morning, or in the busiest hour?',
    leave:
      'Severity and recurrence are chosen from what could have happened. Where the estimates lie two or more apart, ask what each side sees, and keep both.',
  },
  latent: {
    say: [
      'Leave this one time aside: what has been there all along?',
      'What else rests on the same assumption?',
      'What did we believe about the system last week that we believe no longer?',
    ],
    listen:
      'An end that comes too early: “human error”, “be more careful”. Ask what made it easy to get wrong. Confirmation: the cause that somebody has always warned of. Ask what speaks against it.',
    quiet: 'Ask: what would surprise a new colleague here most?',
    leave:
      'The gap is named as a condition, something one can go and look at, and not as a person.',
  },
  actions: {
    say: [
      'What is the smallest change that would have let us see this a day earlier?',
      'What did it depend on this time that we would rather not depend on again?',
      'Every action gets an owner and a day. Not acting is a decision as well, with a reason and a day to look again.',
    ],
    listen:
      'Actions that ask people to be careful: they last a week. Prefer one that changes what can be seen or what is possible. Negativity: what held this time is worth an action too.',
    quiet: 'Point at the first barrier that failed, and ask what it would take for it to hold.',
    leave: 'Each action says what, whose and by when. Everything else goes to the parking lot.',
  },
  'read-out': {
    say: [
      'I will read what we have written. Please stop me where it is not what you saw.',
      '{decision} These are the actions, with their owners and days.',
      '{thanks} {thanksToSaver}',
    ],
    listen:
      'Somebody who would tell it differently: two accounts may stand side by side. A last word of blame: read it out as a condition.',
    quiet: 'Ask everyone for one thing they will look at differently tomorrow.',
    leave: 'Say when the actions are looked at again. Then finish the session and export it.',
  },
};
