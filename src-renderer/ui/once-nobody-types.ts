// What nobody can read while they type waits for a pause: drawing it would take time from the letters.

import { TYPING_PAUSE_MS } from '@core/ipc/typing-pause';

let lastTyped = Number.NEGATIVE_INFINITY;
let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

// Before the letter is put in: of what comes after that, the editor is to hear first (quiet-root.ts).
window.addEventListener(
  'beforeinput',
  () => {
    lastTyped = performance.now();
    // Put off, not asked again when it is over: a timer that rings costs more than one that is moved.
    if (timer !== undefined) wait(TYPING_PAUSE_MS);
  },
  { capture: true, passive: true },
);

/** Runs it at once when nobody is typing, else in the next pause; all in the order they came. */
export function onceNobodyTypes(run: () => void): void {
  waiting.push(run);
  if (waiting.length > 1) return;
  const rest = lastTyped + TYPING_PAUSE_MS - performance.now();
  if (rest > 0) wait(rest);
  else runAll();
}

function wait(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(runAll, milliseconds);
}

function runAll(): void {
  timer = undefined;
  const all = waiting;
  waiting = [];
  for (const run of all) run();
}
