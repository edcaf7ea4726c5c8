// The export of one or many records, one after the other: each is rendered, then written. Stops
// when a person says so or when the folder itself fails; what was written stays and is counted.

import { AppError, messageOf } from '@core/errors';
import type { ExportOutcome } from '@core/ipc/contract';
import type { RecordContent } from '@core/record/model';
import type { Destination } from './destinations';
import { concernsFolder } from './write-export';

export interface ExportItem extends Destination {
  title: string;
  content: RecordContent;
}

export interface ExportTools {
  /** The bytes of one record's file. */
  render(content: RecordContent, signal: AbortSignal): Promise<Uint8Array>;
  write(path: string, bytes: Uint8Array, replace: boolean): Promise<void>;
  progress(done: number, total: number): void;
}

export interface ExportRun {
  written: string[];
  failed: ExportOutcome['failed'];
  cancelled: boolean;
  /** The first failure, for when there is nothing else to tell. */
  error: unknown;
}

/** Never rejects: every failure is in what it gives. */
export async function runExport(
  items: readonly ExportItem[],
  tools: ExportTools,
  signal: AbortSignal,
): Promise<ExportRun> {
  const run: ExportRun = { written: [], failed: [], cancelled: false, error: null };
  const fail = (item: ExportItem, error: unknown) => {
    run.failed.push({ title: item.title, reason: reasonOf(error) });
  };
  tools.progress(0, items.length);
  for (const [index, item] of items.entries()) {
    try {
      signal.throwIfAborted();
      const bytes = await tools.render(item.content, signal);
      signal.throwIfAborted();
      await tools.write(item.path, bytes, item.replace);
      run.written.push(item.path);
    } catch (error) {
      if (signal.aborted) {
        run.cancelled = true;
        return run;
      }
      run.error ??= error;
      if (concernsFolder(error)) {
        for (const rest of items.slice(index)) fail(rest, error);
        return run;
      }
      fail(item, error);
    }
    tools.progress(index + 1, items.length);
  }
  return run;
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.details.reason ?? error.message;
  return messageOf(error);
}
