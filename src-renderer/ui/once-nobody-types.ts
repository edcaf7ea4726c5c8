// What nobody can read while they type waits for a pause: drawing it would take time from the letters.

/** Milliseconds since the last letter: shorter than it takes until what is typed is saved. */
const PAUSE = 300;

let lastTyped = Number.NEGATIVE_INFINITY;
let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

window.addEventListener(
  'input',
  () => {
    lastTyped = performance.now();
    if (waiting.length > 0) waitForPause();
  },
  { capture: true, passive: true },
);

/** Runs it at once when nobody is typing, else in the next pause; all in the order they came. */
export function onceNobodyTypes(run: () => void): void {
  waiting.push(run);
  if (waiting.length > 1) return;
  if (performance.now() - lastTyped < PAUSE) waitForPause();
  else runAll();
}

function waitForPause(): void {
  clearTimeout(timer);
  timer = setTimeout(runAll, PAUSE);
}

function runAll(): void {
  const all = waiting;
  waiting = [];
  for (const run of all) run();
}
