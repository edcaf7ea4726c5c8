// HTML to PDF in a hidden window. Promises: the window runs no JavaScript, has a session of its
// own in memory, can load the one document and nothing else, and is gone when the promise settles,
// whether it printed, failed, was cancelled or took too long.

import { AppError, messageOf } from '@core/errors';
import type { Paper } from '@core/export/paper';
import { MARGINS } from '@core/export/print-css';
import { BrowserWindow, type Session, session } from 'electron';
import { closeSession, webPreferences } from '../windows/security';
import { footerTemplate } from './print-footer';

export interface PrintJob {
  /** A complete document; it may carry fonts as data: URIs. */
  html: string;
  paper: Paper;
  /** Stands at the foot of every page. */
  libraryName: string;
  footerFontsCss: string;
  signal: AbortSignal;
}

const SCHEME = 'print';
const PARTITION = 'print';
/** A page of a megabyte prints in seconds; a window that takes longer is stuck. */
const LONGEST_MS = 120_000;
const PIXELS_PER_INCH = 96;

/** The one document that may be loaded now. One at a time: the service queues. */
let current: { url: string; html: string } | null = null;
let printed = 0;
let own: Session | null = null;

/** The PDF's bytes. Raises AppError `cancelled` or `not-exported`. */
export async function printPdf(job: PrintJob): Promise<Uint8Array> {
  throwIfCancelled(job.signal);
  printed += 1;
  const url = `${SCHEME}://page/${printed}`;
  current = { url, html: job.html };
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      ...webPreferences(),
      session: printSession(),
      javascript: false,
      images: false,
      webgl: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  try {
    return await Promise.race([print(window, url, job), stopped(window, job.signal)]);
  } catch (error) {
    throwIfCancelled(job.signal);
    if (error instanceof AppError) throw error;
    throw notPrinted(messageOf(error));
  } finally {
    current = null;
    if (!window.isDestroyed()) window.destroy();
  }
}

async function print(window: BrowserWindow, url: string, job: PrintJob): Promise<Uint8Array> {
  await window.loadURL(url);
  const inches = (pixels: number) => pixels / PIXELS_PER_INCH;
  return await window.webContents.printToPDF({
    pageSize: job.paper,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footerTemplate(job.libraryName, job.footerFontsCss),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    margins: {
      top: inches(MARGINS.top),
      right: inches(MARGINS.right),
      bottom: inches(MARGINS.bottom),
      left: inches(MARGINS.left),
    },
  });
}

/** In memory, closed to everything but the current document. Made once: sessions are never freed. */
function printSession(): Session {
  if (own) return own;
  own = session.fromPartition(PARTITION, { cache: false });
  closeSession(own, [`${SCHEME}://page/`]);
  own.protocol.handle(SCHEME, (request) => {
    if (!current || request.url !== current.url) return new Response(null, { status: 404 });
    return new Response(current.html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
  return own;
}

/** Rejects when the print is cancelled, stuck, or its window has crashed. */
function stopped(window: BrowserWindow, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(notPrinted('it took too long')), LONGEST_MS);
    window.once('closed', () => {
      clearTimeout(timer);
      reject(notPrinted('its window was closed'));
    });
    window.webContents.once('render-process-gone', (_event, { reason }) => {
      reject(notPrinted(`its window ended (${reason})`));
    });
    signal.addEventListener('abort', () => reject(cancelled()), { once: true });
  });
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The export was cancelled.');
}

function notPrinted(why: string): AppError {
  return new AppError(
    'not-exported',
    `The page could not be printed: ${why}. The record itself is not touched. Try again, or export Markdown.`,
    { reason: `the page could not be printed: ${why}` },
  );
}
