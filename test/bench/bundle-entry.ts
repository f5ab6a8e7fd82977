import { join } from 'node:path';
import { build } from 'vite';

/** Where benches put what they generate. */
export const benchCache = join(import.meta.dirname, '../../.cache/bench');

/** Bundles a script of this folder with all that it imports, to be run as a cold Node process; gives its path. */
export async function bundleEntry(entry: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${entry}.ts`),
      outDir: benchCache,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${entry}.mjs` } },
    },
  });
  return join(benchCache, `${entry}.mjs`);
}
