import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import htmlToDocx from 'html-to-docx';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { computeLabels } from '../../shared/numbering/compute-labels';
import { benchDocument } from './bench-document';
import { measurePair } from './measure-pair';

/** Writing Word files of one text of 56,000 characters, beside programs that know no official format. */
export const exportFigures = {
  'export.warm.vs-html-to-docx': { unit: 'ms', peerName: 'html-to-docx', goal: 0.5, state: 'warm' },
  'export.process.vs-pandoc': { unit: 'ms', peerName: 'pandoc', goal: 2, state: 'cold' },
  'export.batch.vs-pandoc': { unit: 'ms', peerName: '100 runs of pandoc', goal: 0.5, state: 'cold' },
  'export.memory.vs-limit': { unit: 'MB', peerName: 'limit', goal: 1, state: 'cold' },
} as const;
export type ExportFigure = keyof typeof exportFigures;

const characters = 56_000;
const batch = 100;
/** Most the command may take of the machine, in MB. */
const memoryLimit = 300;
const command = join(import.meta.dirname, '..', '..', 'out', 'cli', 'nigao.js');

/** The beginning of the bench document, as long as the figures are promised for. */
const sample = (): GovDocument => {
  const whole = benchDocument();
  const [part] = whole.parts;
  let blocks = 0;
  for (let length = 0; length < characters; blocks += 1) length += blockText(part!.children[blocks]!).length;
  return { ...whole, parts: [{ ...part!, children: part!.children.slice(0, blocks) }] };
};

const paragraphsOf = (document: GovDocument): string[] => {
  const labels = computeLabels(document);
  return document.parts.flatMap(({ children }) =>
    children.map((block) => (labels.get(block.id) ?? '') + blockText(block)),
  );
};

/** Runs a program to its end; what it says on stderr. */
const runProgram = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${program} ended with ${code}: ${said}`)),
    );
  });

const inFolder = async <Value>(work: (folder: string) => Promise<Value>): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), 'nigao-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The text as files: blank lines between paragraphs, which pandoc wants and ours does not mind. */
const writeTexts = (folder: string, count: number): string[] => {
  const text = paragraphsOf(sample()).join('\n\n');
  return Array.from({ length: count }, (_, at) => {
    const file = join(folder, `plan-${at}.txt`);
    writeFileSync(file, text);
    return file;
  });
};

const nigao = (files: readonly string[], output: string, nodeArgs: readonly string[] = []): Promise<string> =>
  runProgram('node', [...nodeArgs, command, 'export', ...files, '-o', output]);
const pandoc = (file: string, output: string): Promise<string> => runProgram('pandoc', [file, '-o', output]);

const measures: Readonly<Record<ExportFigure, () => Promise<{ ours: number; peer: number }>>> = {
  'export.warm.vs-html-to-docx': async () => {
    const document = sample();
    const html = paragraphsOf(document)
      .map((text) => `<p>${text}</p>`)
      .join('');
    return measurePair(
      () => buildDocx(document, standardOptions, { deflate: deflateRawSync }),
      () => htmlToDocx(html),
    );
  },
  'export.process.vs-pandoc': () =>
    inFolder(async (folder) => {
      const [file] = writeTexts(folder, 1);
      return measurePair(
        () => nigao([file!], join(folder, 'ours.docx')),
        () => pandoc(file!, join(folder, 'pandoc.docx')),
      );
    }),
  'export.batch.vs-pandoc': () =>
    inFolder(async (folder) => {
      const files = writeTexts(folder, batch);
      const all = async (): Promise<void> => {
        for (const [at, file] of files.entries()) await pandoc(file, join(folder, `pandoc-${at}.docx`));
      };
      return measurePair(() => nigao(files, join(folder, 'ours')), all, { repeats: 3, warmUps: 0 });
    }),
  'export.memory.vs-limit': () =>
    inFolder(async (folder) => {
      const files = writeTexts(folder, batch);
      const tell = 'process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS))';
      const said = await nigao(files, join(folder, 'ours'), ['--import', `data:text/javascript,${tell}`]);
      return { ours: Number(/^peak (\d+)$/m.exec(said)?.[1]) / 1024, peer: memoryLimit };
    }),
};

export const measureExport = (name: ExportFigure): Promise<{ ours: number; peer: number }> => measures[name]();
