// A page that crashes takes the others with it, as all of them share a process. Every window comes
// back by itself, and the session is where it was: its step, the words, the caret, what is private.

import type { ElectronApplication } from '@playwright/test';
import { expect, isRoom, openQuick, test } from './app';

/** Asks the page of a window through main: its handle of before the crash is of no use any more. */
function look(app: ElectronApplication, page: string, code: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, [file, script]) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith(`/${file}`))
        ?.webContents.executeJavaScript(script),
    [page, code] as const,
  );
}

const EDITOR = 'document.querySelector(\'[role="textbox"]\')?.textContent';
const HEADING = "document.querySelector('h1')?.textContent";
const FIELD = "document.querySelector('textarea')?.value";
const FOCUSED = "document.activeElement?.getAttribute('aria-label')";

test('all windows come back from a crash, with the session where it was', async ({
  start,
  sample,
}) => {
  const { app, page } = await start(['--library', sample]);
  await page.getByRole('option', { name: /^Orders disk/ }).focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Orders disk');
  const small = await openQuick(app);
  await small.getByRole('textbox', { name: 'What almost happened' }).fill('Half a sentence');
  await small.getByLabel('What saved us').fill('And half');
  const [room] = await Promise.all([
    app.waitForEvent('window', isRoom),
    page.keyboard.press('Control+Shift+R'),
  ]);
  await expect(room.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: /^Your notes/ }).fill('Mine alone');
  const editor = page.getByRole('textbox', { name: 'How close it was' });
  await editor.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Typed before the crash. ');
  await expect(room.getByRole('textbox', { name: 'How close it was' })).toContainText('the crash.');
  const words = (await editor.textContent()) ?? '';
  // The caret follows what is typed by a moment.
  await expect
    .poll(() => page.evaluate(() => window.closeCall.invoke('app:state', undefined)))
    .toMatchObject({ value: { session: { running: { caret: { place: { offset: 24 } } } } } });

  const gone = Promise.all([page, room, small].map((window) => window.waitForEvent('crash')));
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/room.html'))
      ?.webContents.forcefullyCrashRenderer();
  });
  await gone;

  for (const file of ['index.html', 'room.html']) {
    await expect.poll(() => look(app, file, HEADING)).toBe('How close was it?');
    await expect.poll(() => look(app, file, EDITOR)).toBe(words);
  }
  await expect.poll(() => look(app, 'capture.html', FIELD)).toBe('Half a sentence');
  const notes = "document.querySelector('aside textarea')?.value";
  await expect.poll(() => look(app, 'index.html', notes)).toBe('Mine alone');
  await expect
    .poll(() => look(app, 'index.html', 'document.body.innerText'))
    .toMatch(/The window stopped and was opened again\. What you typed is kept\./);

  // The caret is where it was, and what is typed is in the room again.
  await expect.poll(() => look(app, 'index.html', FOCUSED)).toBe('How close it was');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.webContents.insertText('After it. '),
  );
  await expect
    .poll(() => look(app, 'room.html', EDITOR))
    .toContain('Typed before the crash. After it. ');
});
