import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const projectFolder = resolve(import.meta.dirname, '../../..');

/** Builds the command alone, with everything it needs inside. @returns the file to run with Node. */
export const buildCommand = async (): Promise<string> => {
  const outDir = await mkdtemp(join(tmpdir(), 'nigao-cli-'));
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'electron/cli/nigao.ts',
      target: 'node20.18',
      outDir,
      rollupOptions: { output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return join(outDir, 'nigao.mjs');
};

export type Ran = Readonly<{ code: number; stdout: string; stderr: string }>;

/** Runs the command in a folder. */
export const runCommand = (command: string, args: readonly string[], cwd: string): Promise<Ran> =>
  new Promise((done) => {
    execFile(process.execPath, [command, ...args], { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

/** The answers on stdout, one JSON object a line. */
export const answers = (stdout: string): unknown[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
