// Exports, as the rest of the app asks for them: one at a time, a later one waits. Records are
// only read; files go where a person said, whole or not at all.

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '@core/errors';
import { toPrintHtml } from '@core/export/html';
import { toMarkdown } from '@core/export/markdown';
import { type HandbookPage, handbookPage } from '@core/export/page';
import { type Paper, paperFor } from '@core/export/paper';
import type { ExportFormat, ExportOutcome } from '@core/ipc/contract';
import type { LibraryInfo, RecordKey } from '@core/library/listing';
import type { RecordContent } from '@core/record/model';
import type { Settings } from '@core/settings/settings';
import { app, type BrowserWindow, clipboard, shell } from 'electron';
import type { Send } from '../ipc/handle';
import type { ReadRecord } from '../library/record-service';
import type { WriteDurably } from '../storage/durable-writer';
import { Turns } from '../storage/turns';
import { askFile, askFolder } from './destinations';
import { type ExportItem, type ExportRun, runExport } from './run-export';
import { concernsFolder, removeUnfinished, writeExport } from './write-export';

export interface ExportDeps {
  /** Raises, or leaves out, what is gone. */
  readRecords(keys: RecordKey[]): Promise<ReadRecord[]>;
  libraryInfo(): LibraryInfo;
  settings: {
    paper(): Settings['paper'];
    /** '' when nothing was exported yet. */
    exportFolder(): string;
    setExportFolder(folder: string): void;
  };
  /** What the dialogs belong to. */
  parentWindow(): BrowserWindow | null;
  send: Send;
  write: WriteDurably;
  /** The page as PDF; a test hands in its own. */
  print?: PrintPage;
}

export type PrintPage = (
  page: HandbookPage,
  options: { paper: Paper; libraryName: string; signal: AbortSignal },
) => Promise<Uint8Array>;

export interface ExportService {
  /** null when the person cancelled before it began. Raises `not-found`, `not-exported`. */
  save(format: ExportFormat, keys: RecordKey[]): Promise<ExportOutcome | null>;
  /** Stops the export that is under way; what is written stays. */
  cancel(): void;
  copyMarkdown(key: RecordKey): Promise<void>;
  /** Shows the last export in its folder. */
  show(): void;
  /** Cancels all exports and waits until none writes any more: for the end of the app. */
  stop(): Promise<void>;
}

export function createExportService(deps: ExportDeps): ExportService {
  const print = deps.print ?? printPage;
  const turns = new Turns();
  let running: AbortController | null = null;
  let stopping = false;
  let last = '';
  app.on('will-quit', removeUnfinished);

  const pageOf = (content: RecordContent) => handbookPage(content, deps.libraryInfo().config);

  async function render(format: ExportFormat, content: RecordContent, signal: AbortSignal) {
    const page = pageOf(content);
    if (format === 'markdown') return new TextEncoder().encode(toMarkdown(page));
    const paper = paperFor(deps.settings.paper(), app.getLocaleCountryCode());
    return await print(page, { paper, libraryName: deps.libraryInfo().name, signal });
  }

  async function exportAll(format: ExportFormat, keys: RecordKey[]): Promise<ExportOutcome | null> {
    const records = await deps.readRecords(keys);
    const lost = new Set(keys).size - records.length;
    const [first] = records;
    if (!first)
      throw new AppError('not-found', 'There is nothing left to export: the file is gone.');
    const chosen = await destinationsOf(format, records);
    if (!chosen || stopping) return null;
    const items = records.flatMap((record, i): ExportItem[] => {
      const destination = chosen.destinations[i];
      if (!destination) return [];
      const { content } = record;
      return [{ ...destination, content, title: pageOf(content).title }];
    });
    const controller = new AbortController();
    running = controller;
    try {
      const run = await runExport(
        items,
        {
          render: (content, signal) => render(format, content, signal),
          write: (path, bytes, replace) => writeExport(path, bytes, replace, deps.write),
          progress: (done, total) => deps.send('export:progress', { done, total }),
        },
        controller.signal,
      );
      if (run.written.length === 0 && (items.length === 1 || concernsFolder(run.error))) {
        if (run.error) throw run.error;
      }
      return outcomeOf(run, chosen.place, lost);
    } finally {
      running = null;
    }
  }

  async function destinationsOf(format: ExportFormat, records: readonly ReadRecord[]) {
    const window = deps.parentWindow();
    const folder = deps.settings.exportFolder();
    const paths = records.map((record) => record.path);
    if (paths.length > 1) {
      const chosen = await askFolder(window, paths, format, folder);
      return chosen && { place: chosen.folder, destinations: chosen.destinations };
    }
    const file = await askFile(window, paths[0] ?? '', format, folder);
    return file && { place: file.path, destinations: [file] };
  }

  function outcomeOf(run: ExportRun, place: string, lost: number): ExportOutcome {
    const [written] = run.written;
    if (written) {
      last = written;
      deps.settings.setExportFolder(dirname(written));
    }
    const gone = { title: 'A record that was asked for', reason: 'it is no longer in the library' };
    const failed = [...run.failed, ...new Array<typeof gone>(Math.max(0, lost)).fill(gone)];
    return { place, written: run.written.length, failed, cancelled: run.cancelled };
  }

  return {
    save(format, keys) {
      return turns.take(async () => (stopping ? null : exportAll(format, keys)));
    },
    cancel() {
      running?.abort();
    },
    async copyMarkdown(key) {
      const [record] = await deps.readRecords([key]);
      if (!record) throw new AppError('not-found', 'Not copied: the file is gone.');
      clipboard.writeText(toMarkdown(pageOf(record.content)));
    },
    show() {
      if (!last || !existsSync(last)) {
        throw new AppError(
          'not-found',
          'There is no export to show: it was moved, or none was made.',
        );
      }
      shell.showItemInFolder(last);
    },
    async stop() {
      stopping = true;
      running?.abort();
      await turns.settled();
    },
  };
}

/** Loads the fonts and the window only when something is printed. */
const printPage: PrintPage = async (page, { paper, libraryName, signal }) => {
  const [{ printPdf }, fonts] = await Promise.all([import('./print-pdf'), import('./print-fonts')]);
  const html = toPrintHtml(page, { paper, fontsCss: fonts.PAGE_FONTS_CSS, lang: 'en' });
  return printPdf({ html, paper, libraryName, footerFontsCss: fonts.FOOTER_FONTS_CSS, signal });
};
