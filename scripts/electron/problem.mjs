// @ts-check
// Promises plain endings: a Problem carries a message meant for a person, and run() shows it without
// a stack trace and exits with 1. Anything else that is thrown is a defect and keeps its stack.

/** A failure that its message explains in full. */
export class Problem extends Error {
  /** @override */
  name = 'Problem';
}

/**
 * Says one line to the person at the terminal, on stderr so that stdout stays for results.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function and turns a Problem into its message and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
    process.exit(1);
  }
}
