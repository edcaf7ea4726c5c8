// Thanks, in the same words everywhere: to whoever raised it, and to what saved us.

import { isLuck, luckShare, saverIndex } from '../record/ladder';
import type { Barrier } from '../record/model';

/** "Thank you, Sam, for raising it."; in confidence, to whoever raised it. */
export function thanksTo(reporter: string): string {
  return reporter ? `Thank you, ${reporter}, for raising it.` : 'Thank you to whoever raised it.';
}

/** To the person who has just raised it; without a name when none was given. */
export function thanksForRaising(reporter: string): string {
  return reporter ? thanksTo(reporter) : 'Thank you for raising it.';
}

/** Thanks to the barrier that worked, with luck named as luck; '' while no saver is known. */
export function thanksToSaver(barriers: readonly Barrier[]): string {
  const saver = barriers[saverIndex(barriers)];
  if (!saver) return '';
  const name = saver.name.trim().replace(/[.\s]+$/, '');
  const named = name ? `: ${name}.` : '.';
  if (isLuck(saver)) {
    const all = luckShare(barriers) === 1 ? ' Nothing else stopped it.' : '';
    return `What saved us was luck${named}${all}`;
  }
  return `And thanks to what worked as it was meant to${named}`;
}

/** "This almost happened: Checkout down in the evening peak."; a disaster that almost was one. */
export function framing(harm: string): string {
  const words = harm.trim().replace(/[.\s]+$/, '');
  return words ? `This almost happened: ${words}.` : 'This almost happened.';
}
