import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryPaths } from '../../../electron/files/paths';
import { openDatabase } from '../../../electron/storage/open-database';
import { createSearchRepo } from '../../../electron/storage/repos/search-repo';
import { Random } from '../../fuzz/random';
import { launchApp, newUserDataFolder } from '../../helpers/launch-app';
import { type Measured, percentile } from '../figures';
import { type Corpus, makeCorpus, vocabulary } from './search-corpus';

/** A library of 10,000 documents with 100 million characters, beside what does the same without one. */
export const searchFigures = {
  'search.p95.vs-ripgrep': { unit: 'ms', peerName: 'ripgrep over the same texts, median', goal: 0.25, state: 'warm' },
  'search.index.vs-text': { unit: 'MB', peerName: 'the texts', goal: 2.5, state: 'warm' },
  'search.start.vs-empty': { unit: 'ms', peerName: 'start with an empty library', goal: 1.3, state: 'warm' },
} as const;
export type SearchFigure = keyof typeof searchFigures;

const documents = 10_000;
/** Hits that the library shows. */
const mostHits = 50;
const repeats = 5;

/** Words as people look for them: one sign, two, names, figures, common and rare, some that nowhere stand. */
export const queries = (): readonly string[] => {
  const words = vocabulary(new Random(3));
  const drawn = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 1500, 2000, 2500, 3000, 3500, 3990, 3999];
  return [
    ...['养', '老', '站', '云', '市', '的', '龘', '年', '0', '金'],
    ...['养老', '标准', '街道', '质量', '信用', '数据', '建设', '保障', '评估', '不丹'],
    ...[
      '青石街道',
      '市民政局',
      '市财政局',
      '2027年',
      '900个',
      '云川市第77号',
      '司法鉴定',
      '柳溪',
      '统一',
      '各区人民政府',
    ],
    ...drawn.map((at) => words[at]!),
  ];
};

const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds that ripgrep takes for the first line of each file, its output read as ours is. */
const ripgrep = (folder: string, query: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn('rg', ['--fixed-strings', '--max-count', '1', '--no-heading', query, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', () => resolve(performance.now() - began));
  });

/** p95 of all searches with their sentences, and the median of ripgrep's, in one process after the other. */
export const measureQueries = async ({ dataFolder, texts }: Corpus): Promise<Measured> => {
  const db = openDatabase({ path: libraryPaths(dataFolder).database });
  const search = createSearchRepo(db);
  const ours: number[] = [];
  const peer: number[] = [];
  for (const query of queries()) {
    // The first of each counts as well: nobody looks for the same word five times.
    for (let time = 0; time < repeats; time += 1) {
      const began = performance.now();
      search.find(query, mostHits);
      ours.push(performance.now() - began);
    }
    peer.push(await ripgrep(texts, query));
  }
  db.close();
  return { ours: percentile(ours, 0.95), peer: median(peer) };
};

/** Milliseconds from the start of the app until the library can be used. */
const startOnce = async (userData: string, ready: string): Promise<number> => {
  const began = performance.now();
  const { window, close } = await launchApp({ userData });
  await window.locator(ready).first().waitFor();
  const time = performance.now() - began;
  await close();
  return time;
};

/** Both in turn, so that a busy machine meets both alike; the first of each is not counted. */
export const measureStart = async ({ dataFolder }: Corpus): Promise<Measured> => {
  const empty = newUserDataFolder();
  const ours: number[] = [];
  const peer: number[] = [];
  for (let time = 0; time <= repeats; time += 1) {
    const pair = [
      await startOnce(dataFolder, '.library-table tbody tr[data-id]'),
      await startOnce(empty, '.library-empty'),
    ] as const;
    if (time === 0) continue;
    ours.push(pair[0]);
    peer.push(pair[1]);
  }
  rmSync(empty, { recursive: true, force: true });
  return { ours: median(ours), peer: median(peer) };
};

let made: Corpus | null = null;
/** Made once for all figures, gone when the process ends. */
const corpus = (): Corpus => {
  if (made) return made;
  const folder = mkdtempSync(join(tmpdir(), 'nigao-bench-library-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  made = makeCorpus(folder, documents);
  return made;
};

export const measureSearch = async (name: SearchFigure): Promise<Measured> => {
  const { indexBytes, textBytes } = corpus();
  if (name === 'search.index.vs-text') return { ours: indexBytes / 2 ** 20, peer: textBytes / 2 ** 20 };
  return name === 'search.p95.vs-ripgrep' ? measureQueries(corpus()) : measureStart(corpus());
};
