// Builds the program of a thread as the app's build does, into one script, for whoever runs from
// sources: a thread takes no TypeScript.

import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Gives what starts a thread of the program.
 * @param source below src-main; the writer's, if nothing is said
 */
export async function builtWorker(source = 'storage/writer-worker.ts'): Promise<() => Worker> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@core': at('../../src-core') } },
    ssr: { noExternal: true },
    build: {
      ssr: at(`../../src-main/${source}`),
      write: false,
      rolldownOptions: { output: { format: 'cjs' } },
    },
  });
  const [script] = 'output' in built ? built.output : [];
  if (script?.type !== 'chunk') throw new Error(`${source} could not be built.`);
  return () => new Worker(script.code, { eval: true });
}
