// Where an export goes: asked with the system's own dialogs. Nothing that is already there is
// replaced without the question having been put.

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExportFormat } from '@core/ipc/contract';
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { exportName, folded, freeName, uniqueNames, withExtension } from './export-names';
import { isRecord, notExported } from './write-export';

export interface Destination {
  path: string;
  /** A person agreed to replace what is there. */
  replace: boolean;
}

const FILTERS = {
  markdown: [{ name: 'Markdown', extensions: ['md'] }],
  pdf: [{ name: 'PDF', extensions: ['pdf'] }],
};

/** Asks where one record goes; null when the person cancelled. */
export async function askFile(
  window: BrowserWindow | null,
  recordPath: string,
  format: ExportFormat,
  lastFolder: string,
): Promise<Destination | null> {
  const options = {
    title: format === 'pdf' ? 'Export PDF' : 'Export Markdown',
    buttonLabel: 'Export',
    defaultPath: join(usable(lastFolder), exportName(recordPath, format)),
    filters: FILTERS[format],
    // Windows and macOS ask before they replace; this is for Linux.
    properties: ['showOverwriteConfirmation' as const],
  };
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  if (canceled || !filePath) return null;
  const path = withExtension(filePath, format);
  // The system asked about the name that was typed, not about the one with an extension.
  if (path === filePath || !existsSync(path)) return { path, replace: true };
  const [destination] = (await settle(window, dirname(path), [basename(path)])) ?? [];
  return destination ?? null;
}

/** Asks for a folder, and once about names that are there; null when the person cancelled. */
export async function askFolder(
  window: BrowserWindow | null,
  recordPaths: readonly string[],
  format: ExportFormat,
  lastFolder: string,
): Promise<{ folder: string; destinations: Destination[] } | null> {
  const count = recordPaths.length;
  const options = {
    title: `Export ${count} near misses as ${format === 'pdf' ? 'PDF' : 'Markdown'}`,
    buttonLabel: 'Export here',
    defaultPath: usable(lastFolder),
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  const folder = filePaths[0];
  if (canceled || !folder) return null;
  const destinations = await settle(window, folder, uniqueNames(recordPaths, format));
  return destinations && { folder, destinations };
}

/** Decides about names that are already in the folder. A record is never up for replacement. */
async function settle(
  window: BrowserWindow | null,
  folder: string,
  names: readonly string[],
): Promise<Destination[] | null> {
  const there = await namesIn(folder);
  const clashes = names.filter((name) => there.has(folded(name)));
  const records = new Set<string>();
  for (const name of clashes) {
    if (await isRecord(join(folder, name))) records.add(name);
  }
  const replaceable = clashes.filter((name) => !records.has(name));
  const answer = replaceable.length > 0 ? await askAbout(window, folder, replaceable) : 'both';
  if (answer === null) return null;
  const taken = new Set([...there, ...names.map(folded)]);
  return names.map((name) => {
    const isThere = there.has(folded(name));
    const keepBoth = isThere && (answer === 'both' || records.has(name));
    return {
      path: join(folder, keepBoth ? freeName(name, taken) : name),
      replace: isThere && !keepBoth,
    };
  });
}

const ANSWERS = ['replace', 'both', null] as const;
const SHOWN_NAMES = 6;

async function askAbout(
  window: BrowserWindow | null,
  folder: string,
  names: readonly string[],
): Promise<(typeof ANSWERS)[number]> {
  const place = basename(folder) || folder;
  const more = names.length - SHOWN_NAMES;
  const options: MessageBoxOptions = {
    type: 'question',
    message:
      names.length === 1
        ? `“${names[0]}” is already in “${place}”.`
        : `${names.length} of these files are already in “${place}”.`,
    detail: [
      ...(names.length > 1 ? names.slice(0, SHOWN_NAMES) : []),
      ...(more > 0 ? [`and ${more} more`] : []),
      'To keep both, the new one gets a number.',
    ].join('\n'),
    buttons: ['Replace', 'Keep both', 'Cancel'],
    defaultId: 1,
    cancelId: 2,
    noLink: true,
  };
  const { response } = window
    ? await dialog.showMessageBox(window, options)
    : await dialog.showMessageBox(options);
  return ANSWERS[response] ?? null;
}

async function namesIn(folder: string): Promise<Set<string>> {
  try {
    return new Set((await readdir(folder)).map(folded));
  } catch (error) {
    throw notExported(error, join(folder, 'export'));
  }
}

/** The folder if it is still there, else the person's documents. */
function usable(folder: string): string {
  return folder && existsSync(folder) ? folder : app.getPath('documents');
}
