// For what takes the focus for a while and gives it back: a drawer, the palette.

/** Puts the focus where it was before; says whether that is still there. */
export function focusAgain(before: Element | null): boolean {
  if (!(before instanceof HTMLElement && before.isConnected)) return false;
  before.focus();
  return true;
}
