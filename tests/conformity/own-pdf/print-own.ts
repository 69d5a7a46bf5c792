import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { PrintedPages } from '../../../electron/windows/page-printer';
import { findElectron, launchSettings } from '../../../scripts/electron-runtime.mjs';
import { hasDisplay } from '../../../scripts/set-up/system-packages.mjs';

/** Why the app's own PDFs are not made; null when they are. Said once at the start of a run. */
export const withoutElectron = (): string | null => {
  if (!findElectron()) return 'No Electron (npm start brings one): the PDFs of the app itself are not measured.';
  if (!hasDisplay() && spawnSync('xvfb-run', ['--help']).error)
    return 'No display and no xvfb-run: the PDFs of the app itself are not measured.';
  return null;
};

/** Prints drawn pages with the app's own printer in Electron; gives the PDFs' paths by name. */
export const printOwn = async (
  documents: ReadonlyMap<string, PrintedPages>,
  folder: string,
): Promise<Map<string, string>> => {
  const pages = join(folder, 'own');
  const app = join(folder, 'print-app');
  mkdirSync(pages, { recursive: true });
  for (const [name, { html, pictures }] of documents) {
    const texts = [...pictures].map(([id, bytes]) => [id, Buffer.from(bytes).toString('base64')]);
    writeFileSync(join(pages, `${name}.json`), JSON.stringify({ html, pictures: Object.fromEntries(texts) }));
  }
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'node20.18',
      outDir: app,
      emptyOutDir: true,
      rollupOptions: {
        input: resolve(import.meta.dirname, 'print-window.ts'),
        external: ['electron', /^node:/],
        output: { format: 'es', entryFileNames: 'main.js' },
      },
    },
  });
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'print-own', version: '1.0.0', type: 'module', main: 'main.js' }),
  );
  const runtime = findElectron()!;
  const { args, env } = launchSettings(runtime);
  const command = [runtime.executable, ...args, `--user-data-dir=${join(folder, 'electron')}`, app, pages];
  const [program, ...rest] = hasDisplay() ? command : ['xvfb-run', '-a', '-s', '-screen 0 1280x1024x24', ...command];
  const { status, stderr } = spawnSync(program!, rest, {
    env,
    encoding: 'utf8',
    timeout: 180_000,
    killSignal: 'SIGKILL',
  });
  if (status !== 0) throw new Error(`the app's printer ended with ${status}: ${stderr}`);
  return new Map([...documents.keys()].map((name) => [name, join(pages, `${name}.pdf`)]));
};
