// @ts-check
// Promises how long a key takes to show what it finds, in the real list, driven by real keys: from
// the moment the browser was given the key to what was found standing in the page, and to the end of
// the page's work on the first frame that shows it. The words of each row come from its file and
// follow; they are not waited for.

/** Milliseconds from key to key: fast typing. */
const BETWEEN = 80;

/**
 * @typedef {{ inPage: number, inFrame: number }} Shown milliseconds since the key
 * @param {import('@playwright/test').Page} page the list, with nothing searched for
 * @param {readonly string[]} texts
 * @returns {Promise<Shown[]>} of each key of each text
 */
export async function typeAndWatch(page, texts) {
  const field = page.getByRole('searchbox', { name: 'Search near misses' });
  await watchFound(page);
  /** @type {Shown[]} */
  const all = [];
  for (const text of texts) {
    await field.focus();
    for (const letter of text) {
      const began = performance.now();
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      // A space finds what was found before: nothing is asked, and nothing is waited for.
      if (letter !== ' ') all.push(await nextFound(page));
      await restOf(began);
    }
    const began = performance.now();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => performance.getEntriesByName('found').length === 0);
    await restOf(began);
  }
  return all;
}

/** @param {number} began when a key was pressed */
async function restOf(began) {
  const left = BETWEEN - (performance.now() - began);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

/** What stands in the field after each key, without those that only add a space. */
export const beginnings = (/** @type {readonly string[]} */ texts) =>
  texts.flatMap((text) =>
    [...text].flatMap((letter, at) => (letter === ' ' ? [] : [text.slice(0, at + 1)])),
  );

/** Notes in the page, frame by frame, when what a key has found was there. */
function watchFound(/** @type {import('@playwright/test').Page} */ page) {
  return page.evaluate(() => {
    /** @type {any} */
    const bench = Object.assign(globalThis, { key: 0, seen: 0, found: null });
    addEventListener(
      'keydown',
      (event) => {
        bench.key = event.timeStamp;
        bench.found = null;
      },
      true,
    );
    const look = () => {
      requestAnimationFrame(look);
      const at = performance.getEntriesByName('found')[0]?.startTime ?? 0;
      if (at <= bench.key || at === bench.seen) return;
      bench.seen = at;
      const { key } = bench;
      // A message comes after what this frame still has to do: styles, layout, paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        bench.found = { inPage: at - key, inFrame: performance.now() - key };
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** @param {import('@playwright/test').Page} page @returns {Promise<Shown>} */
async function nextFound(page) {
  const found = await page.waitForFunction(() => /** @type {any} */ (globalThis).found);
  return found.jsonValue();
}
