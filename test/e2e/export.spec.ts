// Exports in the real app: Markdown and PDF land where the dialog said; the PDF is read back and
// has its text, its outline, its tags, its fonts and its paper; nothing of a window that prints is
// left behind, and it could not have loaded anything.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Channel,
  CloseCallBridge,
  ExportFormat,
  ExportOutcome,
  Input,
  Output,
} from '@core/ipc/contract';
import { readListing } from '@core/library/listing';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { chooseFile, chooseFolder, expect, ROOT, test } from './app';
import { readPdf } from './pdf';

const ORDERS = '2026/2026-11-20-orders-disk-94-percent.md';
const TITLE = 'Orders disk hit 94 % before a cleanup job happened to run';

/** Calls a channel as the page would. */
async function call<C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> {
  const answer = await page.evaluate(
    ([name, payload]) => {
      const { closeCall } = globalThis as unknown as { closeCall: CloseCallBridge };
      return closeCall.invoke(name, payload as never);
    },
    [channel, input] as const,
  );
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value as Output<C>;
}

async function keys(page: Page, ...paths: string[]): Promise<string[]> {
  const { records } = readListing(await call(page, 'library:list', undefined));
  if (paths.length === 0) return records.map((record) => record.key);
  return records.filter((record) => paths.includes(record.path)).map((record) => record.key);
}

async function exportOne(
  app: ElectronApplication,
  page: Page,
  format: ExportFormat,
  file: string,
  path = ORDERS,
): Promise<ExportOutcome | null> {
  await chooseFile(app, file);
  return call(page, 'export:save', { format, keys: await keys(page, path) });
}

const windows = (app: ElectronApplication) =>
  app.evaluate(
    ({ BrowserWindow }) =>
      // The small window of quick capture comes by itself in a quiet moment.
      BrowserWindow.getAllWindows().filter(
        ({ webContents }) => !webContents.getURL().endsWith('/capture.html'),
      ).length,
  );

test('Markdown goes where the dialog says, and on the clipboard', async ({
  start,
  sample,
  scratch,
}) => {
  const { app, page } = await start(['--library', sample]);
  const file = join(scratch, 'orders.md');
  const before = await readFile(join(sample, ORDERS));
  expect(await exportOne(app, page, 'markdown', file)).toEqual({
    place: file,
    written: 1,
    failed: [],
    cancelled: false,
  });
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(new RegExp(`^# ${TITLE}\n\n\\| Near miss \\| In short \\|\n`));
  expect(text).toContain('## How close it was\n\n6 % of disk, about **40 minutes**.');
  expect(text).toContain('4. **Stopped it** Nightly cleanup job, not designed to');
  expect(text.endsWith('Thank you, Sam, for raising it.\n')).toBe(true);
  expect(await readFile(join(sample, ORDERS))).toEqual(before);

  const [key = ''] = await keys(page, ORDERS);
  await call(page, 'export:copy-markdown', { key });
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);

  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Object.assign(globalThis, { shown: path });
  });
  await call(page, 'export:show', undefined);
  expect(await app.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(file);
});

test('a PDF has its text, outline, tags, fonts and paper', async ({ start, sample, scratch }) => {
  const { app, page } = await start(['--library', sample]);
  const file = join(scratch, 'orders.pdf');
  await call(page, 'settings:change', { change: { paper: 'A4' } });
  expect(await exportOne(app, page, 'pdf', file)).toMatchObject({ written: 1, failed: [] });

  const pdf = await readPdf(file);
  for (const text of [
    'Near miss · 20 November 2026 · orders-db',
    TITLE,
    'Yes. Every checkout in the evening peak.',
    'Nightly cleanup job, not designed to',
    'A muted alert stays muted for ever',
    'Thank you, Sam, for raising it.',
    'Payments near misses',
    `1 / ${pdf.pages}`,
  ]) {
    expect(pdf.text).toContain(text);
  }
  expect(pdf.outline).toEqual([
    [
      TITLE,
      [
        'What almost happened',
        'What stood in the way',
        'What saved us',
        'How close it was',
        'Latent issue exposed',
      ],
    ],
  ]);
  expect(pdf.marked).toBe(true);
  expect(pdf.info).toMatchObject({ Title: TITLE, Language: 'en' });
  for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI']) {
    expect([...pdf.roles]).toContain(role);
  }
  expect(pdf.fonts.some((name) => name.startsWith('SourceSerif4'))).toBe(true);
  expect(pdf.fonts.some((name) => name.startsWith('AtkinsonHyperlegibleNext'))).toBe(true);
  expect(
    pdf.fonts.filter((name) => !/^(SourceSerif4|AtkinsonHyperlegibleNext)/.test(name)),
  ).toEqual([]);
  expect(pdf.size).toEqual([595, 842]);
  await expect.poll(() => windows(app)).toBe(1);

  await call(page, 'settings:change', { change: { paper: 'Letter' } });
  await exportOne(app, page, 'pdf', file);
  expect((await readPdf(file)).size).toEqual([612, 792]);
});

test('the window that prints runs nothing and can load nothing', async ({
  start,
  sample,
  scratch,
}) => {
  const hostile = [
    '---\nclose-call: 1\nid: X\ntitle: "</title><script>document.title=1</script> <img src=x>"\n---',
    '# x\n\n## What almost happened\n',
    '![x](https://example.org/a.png) <img src="file:///etc/passwd"> [l](javascript:alert(1))',
    '<iframe src="https://example.org"></iframe>\n<link rel=stylesheet href="https://example.org">',
    '<style>@import url(https://example.org/x.css)</style>',
  ].join('\n');
  await writeFile(join(sample, '2026/hostile.md'), hostile);
  const { app, page } = await start(['--library', sample]);
  await app.evaluate(({ app, session }) => {
    const seen = { requests: [] as string[], preferences: [] as unknown[] };
    Object.assign(globalThis, { seen });
    const { webRequest } = session.fromPartition('print');
    webRequest.onSendHeaders(({ url }) => void seen.requests.push(url));
    webRequest.onCompleted(({ url }) => void seen.requests.push(url));
    webRequest.onErrorOccurred(({ url }) => void seen.requests.push(`blocked ${url}`));
    app.on('web-contents-created', (_event, contents) => {
      const { sandbox, contextIsolation, javascript, nodeIntegration } =
        (
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences() ?? {};
      seen.preferences.push({ sandbox, contextIsolation, javascript, nodeIntegration });
    });
  });
  const file = join(scratch, 'hostile.pdf');
  expect(await exportOne(app, page, 'pdf', file, '2026/hostile.md')).toMatchObject({ written: 1 });
  const pdf = await readPdf(file);
  const text = pdf.text.replaceAll(' ', '');
  expect(text).toContain('</title><script>document.title=1</script><imgsrc=x>');
  expect(text).toContain('[x]<imgsrc="file:///etc/passwd">l<iframesrc="https://example.org">');

  const seen = await app.evaluate(
    () => (globalThis as unknown as { seen: { requests: string[]; preferences: unknown[] } }).seen,
  );
  expect(new Set(seen.requests.filter((url) => !url.startsWith('data:font/woff2')))).toEqual(
    new Set(['print://page/1']),
  );
  expect(seen.preferences).toContainEqual({
    sandbox: true,
    contextIsolation: true,
    javascript: false,
    nodeIntegration: false,
  });

  // Even a window that asked for more would not get it from this session.
  const loaded = await app.evaluate(async ({ BrowserWindow }) => {
    const results: string[] = [];
    for (const url of ['file:///etc/hostname', 'https://example.org/', 'print://page/1']) {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'print' } });
      results.push(await window.loadURL(url).then(() => 'loaded', String));
      if (url.startsWith('print:')) results.push(window.webContents.getTitle());
      window.destroy();
    }
    return results;
  });
  expect(loaded[0]).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(loaded[1]).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(loaded[3]).not.toContain('script');
});

test('several records go into a folder; names that are there are asked about once', async ({
  start,
  sample,
  scratch,
}) => {
  const folder = join(scratch, 'handbook');
  await mkdir(folder);
  const name = '2026-11-20-orders-disk-94-percent.md';
  await writeFile(join(folder, name), 'old');
  const { app, page } = await start(['--library', sample]);
  await chooseFolder(app, folder);
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  });
  const all = await keys(page);
  const outcome = await call(page, 'export:save', { format: 'markdown', keys: all });
  expect(outcome).toEqual({ place: folder, written: all.length, failed: [], cancelled: false });
  const names = await readdir(folder);
  expect(names).toHaveLength(all.length + 1);
  expect(names).toContain('2026-11-20-orders-disk-94-percent-2.md');
  expect(await readFile(join(folder, name), 'utf8')).toBe('old');
});

test('a cancelled export keeps what is written, and leaves no window', async ({
  start,
  sample,
  scratch,
}) => {
  const folder = join(scratch, 'handbook');
  await mkdir(folder);
  const { app, page } = await start(['--library', sample]);
  await chooseFolder(app, folder);
  await page.evaluate(() => {
    const { closeCall } = globalThis as unknown as { closeCall: CloseCallBridge };
    closeCall.on('export:progress', ({ done }) => {
      if (done === 2) void closeCall.invoke('export:cancel', undefined);
    });
  });
  const all = await keys(page);
  const outcome = await call(page, 'export:save', { format: 'pdf', keys: all });
  expect(outcome).toMatchObject({ place: folder, failed: [], cancelled: true });
  expect(outcome?.written).toBeGreaterThanOrEqual(2);
  expect(outcome?.written).toBeLessThan(all.length);
  expect(await readdir(folder)).toHaveLength(outcome?.written ?? 0);
  await expect.poll(() => windows(app)).toBe(1);
});

test('an app that is closed while it exports leaves whole files only', async ({
  sample,
  scratch,
}) => {
  const folder = join(scratch, 'handbook');
  await mkdir(folder);
  const app = await electron.launch({
    cwd: ROOT,
    args: ['.', `--user-data-dir=${join(scratch, 'profile')}`, '--library', sample],
  });
  const page = await app.firstWindow();
  await chooseFolder(app, folder);
  const all = await keys(page);
  await page.evaluate((wanted) => {
    const { closeCall } = globalThis as unknown as { closeCall: CloseCallBridge };
    const begun = new Promise<void>((resolve) => {
      closeCall.on('export:progress', ({ done }) => {
        if (done === 1) resolve();
      });
    });
    void closeCall.invoke('export:save', { format: 'pdf', keys: wanted });
    return begun;
  }, all);
  await app.close();
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThanOrEqual(1);
  expect(names.length).toBeLessThan(all.length);
  for (const name of names) {
    expect(name).toMatch(/^\d.+\.pdf$/);
    expect((await readPdf(join(folder, name))).text).toContain('Near miss');
  }
});
