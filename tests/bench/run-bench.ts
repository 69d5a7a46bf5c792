import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { requireElectron } from '../../scripts/electron-runtime.mjs';
import { blockText } from '../../shared/document/plain-text';
import { benchDocument } from './bench-document';
import { buildPeers } from './build-peers';
import { checkingFigures, measureChecking } from './checking-figures';
import { exportFigures, measureExport } from './export-figures';
import { type FigureName, figures, type Measured, measureRun, percentile } from './figures';
import { prepareLibrary } from './opened-editor';
import { measureReading, readingFigures } from './reading-figures';
import { measureSearch, searchFigures } from './search/search-figures';
import { measureStartFigure, startFigures } from './start-figures';

export type BenchOptions = Readonly<{
  /** Beginnings of names; all figures when empty. */
  names: readonly string[];
  runs: number;
  json: boolean;
}>;

type Pairs<Name> = ReadonlyMap<Name, readonly Measured[]>;

/** The figures of the editor, each run over fresh processes. */
const benchEditor = async (asked: ReadonlySet<FigureName>, runs: number): Promise<Pairs<FigureName>> => {
  const document = benchDocument();
  const peers = join(import.meta.dirname, '..', '..', 'test-results', 'bench-peers');
  await buildPeers(peers, document.parts[0]!.children.map(blockText));
  const library = await prepareLibrary(document);
  const twoChapters = asked.has('move-chapter.vs-key') ? await prepareLibrary(benchDocument(2)) : library;

  const found = new Map<FigureName, Measured[]>();
  for (let run = 0; run < runs; run += 1)
    for (const [name, measured] of await measureRun({ library, twoChapters, peers }, asked))
      found.set(name, [...(found.get(name) ?? []), measured]);

  for (const folder of new Set([library, twoChapters])) rmSync(folder, { recursive: true, force: true });
  return found;
};

/** Figures that are medians in themselves. */
const benchAlone = async <Name extends string>(
  asked: ReadonlySet<Name>,
  measure: (name: Name) => Promise<Measured>,
): Promise<Pairs<Name>> => {
  const found = new Map<Name, readonly Measured[]>();
  for (const name of asked) found.set(name, [await measure(name)]);
  return found;
};

const namesIn = <Name extends string>(part: Readonly<Record<Name, unknown>>, names: readonly string[]): Set<Name> =>
  new Set(
    (Object.keys(part) as Name[]).filter((name) => names.length === 0 || names.some((start) => name.startsWith(start))),
  );

/** Measures each figure beside its peer and prints the medians. */
export const runBench = async ({ names, runs, json }: BenchOptions): Promise<void> => {
  const all = {
    ...figures,
    ...readingFigures,
    ...exportFigures,
    ...searchFigures,
    ...startFigures,
    ...checkingFigures,
  };
  const editor = namesIn(figures, names);
  const reading = namesIn(readingFigures, names);
  const written = namesIn(exportFigures, names);
  const searched = namesIn(searchFigures, names);
  const started = namesIn(startFigures, names);
  const checking = namesIn(checkingFigures, names);
  if (editor.size + reading.size + written.size + searched.size + started.size + checking.size === 0)
    throw new Error(`no figure is called so; there are: ${Object.keys(all).join(', ')}`);

  const found: Pairs<keyof typeof all> = new Map([
    ...(await benchAlone(reading, measureReading)),
    ...(await benchAlone(written, measureExport)),
    ...(await benchAlone(searched, measureSearch)),
    ...(await benchAlone(started, measureStartFigure)),
    ...(await benchAlone(checking, measureChecking)),
    ...(editor.size > 0 ? await benchEditor(editor, runs) : []),
  ]);
  if (!json) {
    const { version, official } = requireElectron();
    const busy = loadavg()[0]!.toFixed(1);
    console.log(
      `Electron ${version}${official ? '' : ' (substitute)'}, ${cpus().length} cores, load ${busy}, medians of ${runs} runs`,
    );
  }
  for (const [name, pairs] of found) print(name, all[name], pairs, json);
};

const print = (
  name: string,
  { goal, peerName, state, unit }: Readonly<{ goal: number; peerName: string; state: string; unit: string }>,
  pairs: readonly Measured[],
  json: boolean,
): void => {
  const middle = (values: readonly number[]): number => percentile(values, 0.5);
  const ours = middle(pairs.map((pair) => pair.ours));
  const peer = middle(pairs.map((pair) => pair.peer));
  const round = (value: number): number => Number(value.toFixed(2));
  const ratio = round(ours / peer);
  const runs = pairs.length;
  if (json)
    console.log(
      JSON.stringify({ name, unit, ours: round(ours), peer: round(peer), peerName, ratio, goal, runs, state }),
    );
  else
    console.log(
      `${ours / peer <= goal ? '✓' : '✗'} ${name.padEnd(28)} ${ours.toFixed(1)} ${unit} against ${peer.toFixed(1)} ${unit} (${peerName}): ${ratio}, goal ${goal}`,
    );
};
