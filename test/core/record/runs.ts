// How often a property is tried: FUZZ=20 tries twenty times as often as the everyday run. And how
// long something takes.

/** The long form of a test, for the figures of `npm run test:durability`. */
export const LONG = process.env.CLOSE_CALL_DURABILITY === 'long';

const FACTOR = Number(process.env.FUZZ ?? 1);

export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * FACTOR));
}

/** All of them; some, from all over, where everything is tried again and again. */
export function few<T>(items: readonly T[], count = 3): readonly T[] {
  const step = FACTOR < 1 ? Math.ceil(items.length / count) : 1;
  return items.filter((_, index) => index % step === 0);
}

/** A text that is `n` times as long as at 1. */
export type Sized = (n: number) => string;

/** What {@link growth} may be where time is linear; it would be 8 where it is quadratic. */
export const LINEAR = 4;
/** Less is not told apart from the clock's own grain, nor would anybody notice. */
const LEAST_MS = 5;

/** How much longer one of eight parts takes than if it were alone: 1 where time is linear. */
export function growth(work: (n: number) => unknown): number {
  // Code that is new is slow.
  work(1);
  const alone = Math.max(
    LEAST_MS,
    cpuTime(() => work(1)),
  );
  return cpuTime(() => work(8)) / 8 / alone;
}

/** Milliseconds of processor time: a busy machine does not make it more. */
export function cpuTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
