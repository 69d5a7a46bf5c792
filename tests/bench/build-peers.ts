import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Pages with the same text in the same column and face, and nothing else; ours to compare with. */
export const peers = ['bare-slate', 'bare-prosemirror'] as const;
export type Peer = (typeof peers)[number];

const page = (peer: Peer): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${peer}</title>
<style>
  main { width: 28em; margin: 0 auto; font: 16.5px / 1.8485 "Noto Serif CJK SC", serif; white-space: pre-wrap; overflow-wrap: break-word }
  [contenteditable] { outline: none }
  p { margin: 0 }
</style>
<button type="button">mount</button><main></main>
<script src="texts.js"></script><script src="${peer}.js"></script>`;

/**
 * Builds the bare editors for production into a folder that Electron can be started on.
 * @param texts the paragraphs they show
 */
export const buildPeers = async (folder: string, texts: readonly string[]): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  // Vite takes the environment's word before its own mode: without this React's slower build would be measured.
  process.env.NODE_ENV = 'production';
  const bundle = (entry: string, format: 'iife' | 'es', external: readonly string[]) =>
    build({
      configFile: false,
      logLevel: 'warn',
      build: {
        target: 'chrome130',
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        rollupOptions: {
          input: join(import.meta.dirname, 'peers', entry),
          external: [...external],
          output: { format, entryFileNames: '[name].js' },
        },
      },
    });
  await bundle('peer-window.ts', 'es', ['electron', 'node:path']);
  await bundle('bare-slate.tsx', 'iife', []);
  await bundle('bare-prosemirror.ts', 'iife', []);
  for (const peer of peers) writeFileSync(join(folder, `${peer}.html`), page(peer));
  writeFileSync(join(folder, 'texts.js'), `globalThis.texts = ${JSON.stringify(texts)};`);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bench-peers', version: '1.0.0', type: 'module', main: 'peer-window.js' }),
  );
};
