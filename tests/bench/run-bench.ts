import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { requireElectron } from '../../scripts/electron-runtime.mjs';
import { blockText } from '../../shared/document/plain-text';
import { benchDocument } from './bench-document';
import { buildPeers } from './build-peers';
import { type FigureName, figures, type Measured, measureRun, percentile } from './figures';
import { prepareLibrary } from './opened-editor';

export type BenchOptions = Readonly<{
  /** Beginnings of names; all figures when empty. */
  names: readonly string[];
  runs: number;
  json: boolean;
}>;

/** Measures each figure beside its peer, `runs` times over, and prints the medians. */
export const runBench = async ({ names, runs, json }: BenchOptions): Promise<void> => {
  const all = Object.keys(figures) as FigureName[];
  const asked = new Set(all.filter((name) => names.length === 0 || names.some((start) => name.startsWith(start))));
  if (asked.size === 0) throw new Error(`no figure is called so; there are: ${all.join(', ')}`);

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

  if (!json) {
    const { version, official } = requireElectron();
    const busy = loadavg()[0]!.toFixed(1);
    console.log(
      `Electron ${version}${official ? '' : ' (substitute)'}, ${cpus().length} cores, load ${busy}, medians of ${runs} runs`,
    );
  }
  for (const [name, pairs] of found) {
    const { goal, peerName, state, unit } = figures[name];
    const ours = percentile(
      pairs.map((pair) => pair.ours),
      0.5,
    );
    const peer = percentile(
      pairs.map((pair) => pair.peer),
      0.5,
    );
    const round = (value: number): number => Number(value.toFixed(2));
    const line = {
      name,
      unit,
      ours: round(ours),
      peer: round(peer),
      peerName,
      ratio: round(ours / peer),
      goal,
      runs,
      state,
    };
    if (json) console.log(JSON.stringify(line));
    else
      console.log(
        `${ours / peer <= goal ? '✓' : '✗'} ${name.padEnd(28)} ${ours.toFixed(1)} ${unit} against ${peer.toFixed(1)} ${unit} (${peerName}): ${line.ratio}, goal ${goal}`,
      );
  }
};
