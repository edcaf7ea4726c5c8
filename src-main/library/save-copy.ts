// "Save a copy elsewhere…": what a person has typed, put where they say, while its own place cannot
// be written. The place comes from a dialog, never from the page.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RecordKey } from '@core/library/listing';
import { type BrowserWindow, dialog } from 'electron';
import type { WriteDurably } from '../storage/durable-writer';
import { sha256 } from '../storage/files';
import type { RecordService } from './record-service';
import { shownFolder } from './shown-folder';

/** Where it went, to read; null when the person cancelled. Raises AppError `not-saved`. */
export async function saveCopy(
  records: RecordService,
  key: RecordKey,
  window: BrowserWindow | null,
  write: WriteDurably,
): Promise<string | null> {
  const record = await records.record(key);
  const options = {
    title: 'Save a copy elsewhere',
    defaultPath: basename(record.path),
    filters: [{ name: 'Markdown', extensions: ['md'] }],
    // Windows and macOS ask before they replace; this is for Linux.
    properties: ['showOverwriteConfirmation' as const],
  };
  const { filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (!filePath) return null;
  const there = await readFile(filePath).then(sha256, () => null);
  await write(filePath, new TextEncoder().encode(record.textToCopy), { basedOn: there });
  return shownFolder(filePath);
}
