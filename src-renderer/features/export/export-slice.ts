// Exports: started, watched, cancelled, shown in their folder.

import type { ExportFormat, ExportOutcome } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { client } from '../../ipc/client';
import type { Get, SetState } from '../../store/store';

export interface ExportSlice {
  /** null when no export runs. */
  exporting: { format: ExportFormat; done: number; total: number } | null;
  exportRecords(format: ExportFormat, keys: RecordKey[]): Promise<void>;
  exportProgress(done: number, total: number): void;
  cancelExport(): void;
  copyMarkdown(key: RecordKey): Promise<void>;
}

export function createExportSlice(set: SetState, get: Get): ExportSlice {
  return {
    exporting: null,

    async exportRecords(format, keys) {
      if (keys.length === 0) return;
      if (get().exporting) {
        get().say('An export is still running.');
        return;
      }
      set({ exporting: { format, done: 0, total: keys.length } });
      try {
        await get().flushEdits();
        const outcome = await client.call('export:save', { format, keys });
        if (outcome) {
          const show = {
            name: 'Show in folder',
            run: () => void client.call('export:show').catch(get().complain),
          };
          get().say(describe(outcome), outcome.written > 0 ? show : undefined);
        }
      } catch (error) {
        get().complain(error);
      } finally {
        set({ exporting: null });
      }
    },

    exportProgress(done, total) {
      const { exporting } = get();
      if (exporting) set({ exporting: { ...exporting, done, total } });
    },

    cancelExport() {
      client.call('export:cancel').catch(get().complain);
    },

    async copyMarkdown(key) {
      try {
        await get().flushEdits();
        await client.call('export:copy-markdown', { key });
        get().say('Copied as Markdown.');
      } catch (error) {
        get().complain(error);
      }
    },
  };
}

/** What came of an export, in words. */
function describe({ written, failed, cancelled, place }: ExportOutcome): string {
  const pages = written === 1 ? 'One page' : `${written} pages`;
  const parts = [
    cancelled ? `Stopped. ${pages} written to ${place}.` : `${pages} written to ${place}.`,
  ];
  const [first] = failed;
  if (first) {
    parts.push(
      failed.length === 1
        ? `“${first.title}” could not be written: ${first.reason}`
        : `${failed.length} could not be written, the first: “${first.title}”: ${first.reason}`,
    );
  }
  return parts.join(' ');
}
