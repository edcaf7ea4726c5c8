// Thanks, in the same words everywhere.

/** "Thank you, Sam, for raising it."; in confidence, to whoever raised it. */
export function thanksTo(reporter: string): string {
  return reporter ? `Thank you, ${reporter}, for raising it.` : 'Thank you to whoever raised it.';
}
