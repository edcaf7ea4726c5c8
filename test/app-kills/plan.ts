// What is done in a trial, and when the app is killed: drawn from the seed and the trial's number
// alone, so that a trial can be repeated and a run taken up anywhere.

export type Place = 'section' | 'field';

type Step =
  | { do: 'token'; place: Place }
  /** No key for so many milliseconds: long enough for the app to save. */
  | { do: 'pause'; for: number }
  | { do: 'save' };

export interface Plan {
  /** Milliseconds from the first key to the kill. */
  killAfter: number;
  /** Milliseconds between two tokens. */
  rhythm: number;
  next(): Step;
}

export interface KillWindow {
  from: number;
  to: number;
}

export function planOf(seed: number, trial: number, window: KillWindow): Plan {
  const random = generator(seed * 1_000_003 + trial);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    killAfter: between(window.from, window.to),
    rhythm: between(5, 60),
    next: () => {
      const choice = random();
      if (choice < 0.15) return { do: 'save' };
      if (choice < 0.22) return { do: 'pause', for: between(420, 700) };
      return { do: 'token', place: choice < 0.32 ? 'field' : 'section' };
    },
  };
}

/** Mulberry32: numbers from 0 to below 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
