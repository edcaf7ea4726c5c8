// @ts-check
// Promises how even a list scrolls, as its page sees it: the milliseconds from frame to frame, and
// how many of them the page was at work for, while real wheel and key events move it. And the same of
// a page that could not do less: plain rows, all there from the beginning. What that one cannot do
// without a late frame, the machine cannot.

/** Events of each kind, and milliseconds between them: a quick wheel, a key that is held down. */
const WHEEL = { events: 180, between: 16, pixels: 100 };
const KEYS = { events: 90, between: 33 };

/**
 * @typedef {{ frames: number[], busy: number[] }} Frames
 * @typedef {import('@playwright/test').Page} Page
 */

/** @param {Page} page @returns {Promise<Frames>} of a page that nothing happens on */
export const watchStill = (page) =>
  watchFrames(page, () => new Promise((resolve) => setTimeout(resolve, 2000)));

/**
 * Makes an empty page one of plain rows, as tall as ours and moved through in the same ways.
 * @param {Page} page @param {number} count
 */
export const showPlainRows = (page, count) =>
  page.evaluate((rows) => {
    document.body.style.margin = '0';
    const list = document.createElement('div');
    list.role = 'listbox';
    list.ariaLabel = 'Near misses';
    list.style.cssText = 'height: 100vh; width: 60%; overflow-y: auto; background: white';
    for (let n = 1; n <= rows; n += 1) {
      const row = document.createElement('div');
      row.role = 'option';
      row.tabIndex = -1;
      row.style.cssText = 'padding: 12px; border-bottom: 1px solid silver';
      row.append(`Row ${n} of a list`, document.createElement('br'), 'and nothing else');
      list.append(row);
    }
    list.addEventListener('keydown', ({ key, target }) => {
      const next = target instanceof Element && target.nextElementSibling;
      if (key === 'ArrowDown' && next instanceof HTMLElement) next.focus();
    });
    document.body.replaceChildren(list);
  }, count);

/** @param {Page} page the list @returns {Promise<Frames>} */
export async function scrollByWheel(page) {
  const box = await page.getByRole('listbox', { name: 'Near misses' }).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, 500);
  return watchFrames(page, () =>
    each(WHEEL.events, WHEEL.between, () => page.mouse.wheel(0, WHEEL.pixels)),
  );
}

/** @param {Page} page the list @returns {Promise<Frames>} */
export async function moveByKeys(page) {
  await page.getByRole('option').nth(3).focus();
  return watchFrames(page, () =>
    each(KEYS.events, KEYS.between, () => page.keyboard.down('ArrowDown')),
  );
}

/**
 * At an even pace, whenever the one before was dealt with.
 * @param {number} count @param {number} between @param {() => Promise<void>} act
 */
async function each(count, between, act) {
  const began = performance.now();
  /** @type {Promise<void>[]} */
  const acts = [];
  for (let n = 1; n <= count; n += 1) {
    acts.push(act());
    const left = began + n * between - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
  await Promise.all(acts);
}

/** @param {Page} page @param {() => Promise<unknown>} act @returns {Promise<Frames>} */
async function watchFrames(page, act) {
  await page.evaluate(() => {
    /** @type {any} */
    const bench = Object.assign(globalThis, { frames: [], busy: [], isWatched: true });
    let last = 0;
    const { port1, port2 } = new MessageChannel();
    let began = 0;
    port1.onmessage = () => bench.busy.push(performance.now() - began);
    const look = (/** @type {number} */ now) => {
      if (!bench.isWatched) return;
      if (last > 0) bench.frames.push(now - last);
      last = now;
      began = performance.now();
      port2.postMessage(null);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await act();
  return page.evaluate(() => {
    /** @type {any} */
    const bench = globalThis;
    bench.isWatched = false;
    return { frames: bench.frames, busy: bench.busy };
  });
}
