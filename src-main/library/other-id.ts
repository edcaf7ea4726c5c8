// Whether a file that held one record holds another now: both say so themselves.

/** @param before the id that was stated, @param now the one that is; '' where there is none */
export function isOtherId(before: string, now: string): boolean {
  return before !== '' && now !== '' && before !== now;
}
