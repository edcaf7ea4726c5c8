// The security baseline, asserted in the running app: no way out, no way in.

import type { ElectronApplication, Page } from '@playwright/test';
import { expect, isQuick, openQuick, test } from './app';

/** Security-relevant preferences of every webContents, as Electron has them. */
function preferences(app: ElectronApplication) {
  return app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const known = contents as typeof contents & {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        known.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    }),
  );
}

/** How a promise made in the page ends: its value, or that it was refused. */
function ending(page: Page, attempt: () => Promise<unknown>) {
  return page.evaluate(attempt).catch((error: Error) => `refused: ${error.message}`);
}

test('windows are sandboxed and isolated, pages see nothing of Node', async ({ start, sample }) => {
  const { app, page } = await start(['--library', sample]);
  await expect(page.getByRole('option').first()).toBeVisible();
  const small = await openQuick(app);
  expect(small.url()).toBe('app://close-call/capture.html');
  expect(await preferences(app)).toHaveLength(2);
  for (const contents of await preferences(app)) {
    expect(contents).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  }
  expect(page.url()).toBe('app://close-call/index.html');
  const globals = await page.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    module: typeof Reflect.get(window, 'module'),
    bridge: Object.keys(window.closeCall).sort(),
  }));
  expect(globals).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    bridge: ['invoke', 'on', 'tell'],
  });
});

test('the content security policy goes with every answer', async ({ start, sample }) => {
  const { app, page } = await start(['--library', sample]);
  await expect(page.getByRole('option').first()).toBeVisible();
  const policy = await app.evaluate(async ({ net }) => {
    const answer = await net.fetch('app://close-call/index.html');
    return answer.headers.get('content-security-policy');
  });
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy?.split('; ')).toContain(directive);
  }
  expect(policy).not.toMatch(/unsafe/);
});

test('inline script, eval, network and files are refused', async ({ start, sample }) => {
  const { app, page } = await start(['--library', sample]);
  await expect(page.getByRole('option').first()).toBeVisible();
  const inline = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    return Reflect.get(window, 'wasRun') ?? 'not run';
  });
  expect(inline).toBe('not run');

  // Past the page's own policy: the session itself lets nothing out.
  const reached = await app.evaluate(async ({ net }) => {
    const tries = ['http://127.0.0.1:9/', 'app://elsewhere/index.html'];
    return Promise.all(
      tries.map((url) =>
        net.fetch(url, { bypassCustomProtocolHandlers: false }).then(
          (answer) => answer.status,
          (error: Error) => error.message,
        ),
      ),
    );
  });
  expect(reached[0]).toContain('ERR_BLOCKED_BY_CLIENT');
  expect([404, 'net::ERR_BLOCKED_BY_CLIENT']).toContain(reached[1]);
  expect(await ending(page, () => fetch('file:///etc/hostname'))).toMatch(/refused/);
  expect(await ending(page, () => fetch('http://127.0.0.1:9/'))).toMatch(/refused/);
});

test('navigation, new windows and permissions are denied', async ({ start, sample }) => {
  const { app, page } = await start(['--library', sample]);
  await expect(page.getByRole('option').first()).toBeVisible();
  const before = page.url();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    document.body.append(link);
    link.click();
    link.target = '_blank';
    link.click();
  });
  expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBeNull();
  expect(page.url()).toBe(before);
  // The small window of quick capture is made by itself in a quiet moment.
  expect(app.windows().filter((window) => !isQuick(window))).toEqual([page]);
  expect(await ending(page, () => Notification.requestPermission())).toBe('denied');
  expect(await ending(page, () => navigator.mediaDevices.getUserMedia({ audio: true }))).toMatch(
    /refused/,
  );
});

test('the door to main: payloads are parsed, unknown places do not exist', async ({
  start,
  sample,
}) => {
  const { page } = await start(['--library', sample]);
  await expect(page.getByRole('option').first()).toBeVisible();
  const answers = await page.evaluate(async () => {
    const invoke = window.closeCall.invoke as (c: string, p: unknown) => Promise<unknown>;
    return Promise.all([
      invoke('record:open', { key: '../../../../etc/passwd' }),
      invoke('record:open', { key: 7 }),
      invoke('library:read-file', { key: '/etc/passwd' }),
      invoke('link:open', { href: 'file:///etc/passwd' }),
      invoke('settings:change', { change: { theme: 'javascript:alert(1)' } }),
    ]);
  });
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'not-found' } },
    { ok: false, error: { code: 'bad-request' } },
    { ok: false, error: { code: 'not-found' } },
    { ok: false, error: { code: 'not-allowed' } },
    { ok: false, error: { code: 'bad-request' } },
  ]);
});
