// How much of everything the durability tests try: a short form for every `npm test`, and the long
// one of `npm run test:durability`. All chance comes from one seed, so that a run can be repeated
// (the same seed) and taken up again (from a trial on).

const env = process.env;

export const LONG = env.CLOSE_CALL_DURABILITY === 'long';

/** Every trial's chance comes from this and the trial's number alone. */
export const SEED = numberFrom('CLOSE_CALL_SEED', 1);

/** The first trial to be made of a row that is resumed. */
export const FROM = numberFrom('CLOSE_CALL_FROM', 0);

export const SIZES = LONG
  ? { kills: 10_000, killsWithSweep: 1_000, merges: 100_000, savesEach: 5_000, unseen: 2_000 }
  : { kills: 150, killsWithSweep: 60, merges: 3_000, savesEach: 150, unseen: 200 };

/** Processes at a time: they wait for the disk and for the tracer, so more than there are cores. */
export const AT_ONCE = numberFrom('CLOSE_CALL_AT_ONCE', 4);

/** Milliseconds a row may take at most. */
export const PATIENCE = LONG ? 6 * 3_600_000 : 600_000;

function numberFrom(name: string, otherwise: number): number {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${name} is not a number`);
  return number;
}
