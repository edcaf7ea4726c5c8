// The names that exports get: after the record's file, never two alike in one folder, also where
// capitals and accents do not count.

import type { ExportFormat } from '@core/ipc/contract';

const EXTENSIONS: Record<ExportFormat, string> = { markdown: '.md', pdf: '.pdf' };

/** "2026-11-20-orders-disk-94-percent.pdf" for a record's path inside its library. */
export function exportName(recordPath: string, format: ExportFormat): string {
  const file = recordPath.split('/').at(-1) ?? '';
  return `${file.replace(/\.(?:md|markdown)$/i, '') || 'near-miss'}${EXTENSIONS[format]}`;
}

/** The path with the format's extension, whatever a person typed. */
export function withExtension(path: string, format: ExportFormat): string {
  const extension = EXTENSIONS[format];
  const has = path.toLowerCase().endsWith(extension);
  return has || (format === 'markdown' && /\.markdown$/i.test(path)) ? path : path + extension;
}

/** How a file system that folds case and accents would see a name. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Names for several records, unlike each other: a number is added to the later ones. */
export function uniqueNames(recordPaths: readonly string[], format: ExportFormat): string[] {
  const taken = new Set<string>();
  return recordPaths.map((path) => freeName(exportName(path, format), taken));
}

/** The name, or the name with -2, -3, …; marks it as taken. `taken` holds folded names. */
export function freeName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let n = 2; taken.has(folded(free)); n += 1) {
    free = `${name.slice(0, dot)}-${n}${name.slice(dot)}`;
  }
  taken.add(folded(free));
  return free;
}
