import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CorpusDocument } from './corpus';
import { drawSample, type Sampled } from './sample';

const folder = resolve(import.meta.dirname, 'labels');

type Verdict = 'real' | 'false' | 'disputed';
const keyOf = ({ file, rule, line, column }: Pick<Sampled, 'file' | 'rule' | 'line' | 'column'>): string =>
  [file, rule, line, column].join('\t');

/** What was said of each finding that has been read; who read it last is right. */
const readVerdicts = (): ReadonlyMap<string, Verdict> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.tsv'))
      // The samples of one day are named after their turn.
      .sort((one, other) => orderOf(one) - orderOf(other))
      .flatMap((name) => readFileSync(resolve(folder, name), 'utf8').trim().split('\n').slice(1))
      .map((row) => row.split('\t'))
      .map(([file = '', rule = '', , line, column, verdict]) => [
        keyOf({ file, rule, line: Number(line), column: Number(column) }),
        verdict as Verdict,
      ]),
  );

const turns = ['first', 'second', 'third'];
const orderOf = (name: string): number => {
  const [, day = '', turn = ''] = /^sample-(\d+)-(\w+)\.tsv$/.exec(name) ?? [];
  return Number(day.padEnd(8, '0')) * 10 + turns.indexOf(turn);
};

/** Of the findings of one severity on the documents: how many have been read as real, false, disputed, or not at all. */
export const measurePrecision = (documents: readonly CorpusDocument[], severity: 'must' | 'should') => {
  const verdicts = readVerdicts();
  const counts = { real: 0, false: 0, disputed: 0, unread: 0 };
  for (const finding of drawSample(documents, Number.POSITIVE_INFINITY, 1))
    if (finding.severity === severity) counts[verdicts.get(keyOf(finding)) ?? 'unread'] += 1;
  const read = counts.real + counts.false + counts.disputed;
  // A disputed finding counts as wrong.
  return { ...counts, precision: read === 0 ? 1 : counts.real / read };
};
