// Builds the programs that are started to be killed, each into one plain script, so that a start
// takes as little as a process can.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder the built programs are in: a new one for each run, as two may go on at once. */
    programs: string;
  }
}

export default async function buildPrograms(project: TestProject): Promise<() => Promise<void>> {
  const programs = await mkdtemp(join(tmpdir(), 'close-call-programs-'));
  project.provide('programs', programs);
  const main = process.env.CLOSE_CALL_MAIN ?? at('../../src-main');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: { '@core': at('../../src-core'), '@main': main },
    },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: programs,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: {
          storage: at('programs/storage-process.ts'),
          library: at('programs/library-process.ts'),
          'writer-worker': join(main, 'storage/writer-worker.ts'),
          'impatient-writer': at('programs/impatient-writer.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  });
  return () => rm(programs, { recursive: true });
}
