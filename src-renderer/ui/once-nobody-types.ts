// What nobody can read while they type waits for a pause: drawing it would take time from the letters.

/** Milliseconds since the last letter: shorter than it takes until what is typed is saved. */
const PAUSE = 300;

let lastTyped = Number.NEGATIVE_INFINITY;
let waiting: (() => void)[] = [];

// Before the letter is put in: of what comes after that, the editor is to hear first (quiet-root.ts).
window.addEventListener(
  'beforeinput',
  () => {
    lastTyped = performance.now();
  },
  { capture: true, passive: true },
);

/** Runs it at once when nobody is typing, else in the next pause; all in the order they came. */
export function onceNobodyTypes(run: () => void): void {
  waiting.push(run);
  if (waiting.length === 1) runOrWait();
}

function runOrWait(): void {
  const rest = lastTyped + PAUSE - performance.now();
  if (rest > 0) {
    setTimeout(runOrWait, rest);
    return;
  }
  const all = waiting;
  waiting = [];
  for (const run of all) run();
}
