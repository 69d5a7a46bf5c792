import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a script for a process of its own: plain Node cannot run our sources (no extensions in
 * imports). Returns its path, inside the checkout, where better-sqlite3 is found.
 */
export const buildChild = async (script: URL): Promise<string> => {
  const outDir = join(import.meta.dirname, '../../../node_modules/.cache', `nigao-${basename(script.pathname, '.ts')}`);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(script),
      outDir,
      target: 'node24',
      rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
};
