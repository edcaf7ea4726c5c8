// @ts-check
// Promises pictures of a session's two windows: each step, the saver gone, a small and a large screen.
import { resize } from '../drive/app.mjs';

const STEPS = ['opening', 'saved', 'close', 'could', 'actions', 'read-out'];
const KEYS = ['ArrowLeft', '2', '3', '4', '6', 'ArrowRight'];

/**
 * To be called in a running session; leaves it at its read-out, with the room's window closed.
 * @param {import('../drive/app.mjs').Running} running
 * @param {import('./camera.mjs').Camera} camera
 */
export async function roomTour({ app, page }, camera) {
  const [room] = await Promise.all([
    app.waitForEvent('window', (window) => window.url().endsWith('/room.html')),
    page.keyboard.press('Control+Shift+R'),
  ]);
  await room.getByRole('heading', { level: 1 }).waitFor();
  await resize(app);
  const shootRoom = await camera(room);
  const shootConsole = await camera(page);
  const both = async (/** @type {string} */ name) => {
    await shootRoom(`room-${name}`);
    await shootConsole(`console-${name}`);
  };
  await page.keyboard.press('Alt+1');
  for (const [index, step] of STEPS.entries()) {
    await page.keyboard.press(`Alt+${KEYS[index]}`);
    await room.waitForTimeout(300);
    await both(step);
    if (step !== 'could') continue;
    await page.getByRole('button', { name: 'Remove the saver' }).click();
    await room.getByRole('button', { name: 'Put it back' }).waitFor();
    await room.waitForTimeout(800);
    await both('could-without-saver');
    await page.getByRole('button', { name: 'Put it back' }).click();
  }
  await page.keyboard.press('Alt+3');
  await resize(app, 1280, 720);
  await both('1280');
  await resize(app, 3840, 2160);
  await both('4k');
  await resize(app);
  await page.keyboard.press('Alt+6');
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByRole('button', { name: 'Close the room window' }).click();
  await page.getByRole('button', { name: 'Open the room window' }).waitFor();
}
