import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Must run on the official Electron 45 and on Chromium 130 with Node 20.18, the runtime of closed networks.
const machine = 'node20.18';
const window = 'chrome130';

/** A change of slate-react, made while building; the build stops when a later slate-react is written otherwise. */
const inSlateReact = (name: string, written: string | RegExp, instead: string): Plugin => ({
  name: `slate-react-${name}`,
  transform: (code, id) => {
    if (!/slate-react[\\/]dist[\\/]index\.es\.js/.test(id)) return null;
    const changed = code.replace(written, instead);
    if (changed === code) throw new Error(`slate-react is written otherwise (${name}): see electron.vite.config.ts`);
    return { code: changed, map: null };
  },
});

const slateReactChanges = [
  // It puts a React context around every element for its hooks `useElement` and `useSelected`, which are not used
  // here: elements come as props. A key changes the part, whose context React then looks for in all 30,000 fibres
  // below it: 4 ms of a key at 2,000 blocks.
  inSlateReact(
    'without-element-context',
    /createElement\(ElementContext\.Provider, \{\s*key: (.+),\s*value: n\s*\}/,
    'createElement(Fragment, { key: $1 }',
  ),
  // It lets the browser write a key by itself, and follows, only where it is a Latin letter or a space; for any other
  // it draws the text anew and puts the caret back, which is most of the cost of a key. A digit or a Chinese character
  // that comes as a key (handwriting, a symbol panel, a Wubi commit) is as plain. Signs are left to Slate: some become
  // others.
  inSlateReact('with-native-characters', '/[a-z ]/i.test(event.data)', '/[a-z \\d\\p{Script=Han}]/iu.test(event.data)'),
  // With each key it asks whether the text runs from right to left, and joins all the text of the part to find out: a
  // millisecond of a key at 200,000 characters. Official documents in Chinese never do.
  inSlateReact(
    'without-right-to-left',
    "const isRTL = getDirection(Node.string(element)) === 'rtl';",
    'const isRTL = false;',
  ),
];

export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, and so does what electron-vite adds to ES modules.
    resolve: { alias: { fflate: resolve('node_modules/fflate/esm/browser.js') } },
    build: {
      target: machine,
      outDir: 'out',
      emptyOutDir: false,
      rollupOptions: {
        input: {
          'main/main': resolve('electron/main.ts'),
          'main/engine-worker': resolve('electron/engine/engine-worker.ts'),
          'cli/nigao': resolve('electron/cli/nigao.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'main/chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: machine,
      rollupOptions: {
        input: { preload: resolve('electron/preload.ts') },
        // A sandboxed preload is CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), ...slateReactChanges],
    build: {
      target: window,
      minify: true,
      // It is read from disk, not over a network.
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: resolve('renderer/index.html') },
    },
    worker: { format: 'es' },
  },
});
