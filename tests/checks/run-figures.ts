import { parseArgs } from 'node:util';
import { allChecks } from '../../shared/checks/all-checks';
import { runChecks } from '../../shared/checks/run-checks';
import { answerCheck } from '../../shared/cli/answer-check';
import { hasCorpus, readCorpus } from './corpus';
import { silentRules } from './examples-in-documents';
import { measureMissing } from './missing-functions';
import { measurePrecision } from './precision';
import { drawSample } from './sample';
import { seedSlips } from './seeded-slips';
import { measureSpeed } from './speed';
import { measureUsualLengths } from './usual-lengths';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Documents into which the wrong examples of rules are put that fire nowhere else. */
const someDocuments = 8;

/** Findings per document, rules that fire, slips put in and found, speed; `--sample N` draws findings to be read, `--usual` says how long parts are. */
export const runFigures = (args: readonly string[]): number => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      each: { type: 'string', default: '10' },
      seed: { type: 'string', default: '2026' },
      sample: { type: 'string' },
      usual: { type: 'boolean', default: false },
    },
  });
  if (!hasCorpus) {
    process.stderr.write('no ../shared/corpus beside this checkout: nothing to measure\n');
    return 0;
  }
  if (values.usual) {
    for (const line of measureUsualLengths(readCorpus('target'))) print(JSON.stringify(line));
    return 0;
  }
  const seed = Number(values.seed);
  if (values.sample !== undefined) {
    for (const { file, rule, severity, line, column, finding, lineText } of drawSample(
      readCorpus('target', 'other', 'stub', 'docx'),
      Number(values.sample),
      seed,
    )) {
      const around = lineText.slice(Math.max(0, column - 31), column - 1 + finding.length + 30);
      print(JSON.stringify({ file, rule, severity, line, column, message: finding.message, around }));
    }
    return 0;
  }
  const documents = readCorpus('target');
  const results = documents.map(({ recognition }) => runChecks(recognition.document));
  const everything = readCorpus('target', 'other', 'stub', 'docx');
  const fired = new Set(
    everything.flatMap(({ file, recognition }) => answerCheck(file, recognition).findings.map(({ rule }) => rule)),
  );
  const slips = seedSlips(
    documents.map(({ recognition }) => recognition.document),
    Number(values.each),
    seed,
  );
  const slipped = new Set(slips.filter((slip) => slip.found > 0).flatMap(({ rules }) => rules));
  const silent = silentRules(
    documents.map(({ recognition }) => recognition.document).slice(0, someDocuments),
    allChecks.map(({ id }) => id).filter((id) => !fired.has(id) && !slipped.has(id)),
  );
  const made = slips.reduce((sum, slip) => sum + slip.made, 0);
  const found = slips.reduce((sum, slip) => sum + slip.found, 0);
  const missing = measureMissing(readCorpus('target', 'other'));
  const counts = (severity: 'must' | 'should' | 'hint') => results.map((result) => result.counts[severity]);
  const lines = [
    { name: 'checks.rules', value: allChecks.length, unit: 'rules' },
    { name: 'checks.rules-fired-on-corpus', value: fired.size, unit: 'rules' },
    { name: 'checks.rules-never-fired', value: silent.length, unit: 'rules' },
    { name: 'checks.documents', value: documents.length, unit: 'documents' },
    ...(['must', 'should', 'hint'] as const).flatMap((severity) => [
      { name: `checks.${severity}.median`, value: median(counts(severity)), unit: 'findings' },
      {
        name: `checks.${severity}.sum`,
        value: counts(severity).reduce((sum, count) => sum + count, 0),
        unit: 'findings',
      },
    ]),
    { name: 'checks.slips.kinds', value: slips.length, unit: 'kinds' },
    { name: 'checks.slips.made', value: made, unit: 'slips' },
    { name: 'checks.slips.recall', value: Number((found / made).toFixed(4)), unit: 'share' },
    ...(['must', 'should'] as const).flatMap((severity) => {
      const { precision, ...judged } = measurePrecision(everything, severity);
      return [
        { name: `checks.${severity}.precision`, value: Number(precision.toFixed(4)), unit: 'share' },
        ...Object.entries(judged).map(([name, value]) => ({
          name: `checks.${severity}.${name}`,
          value,
          unit: 'findings',
        })),
      ];
    }),
    { name: 'checks.missing.documents', value: missing.documents, unit: 'documents' },
    { name: 'checks.missing.recall', value: Number((missing.both / missing.missing).toFixed(4)), unit: 'share' },
    { name: 'checks.missing.precision', value: Number((missing.both / missing.called).toFixed(4)), unit: 'share' },
    ...measureSpeed(),
  ];
  for (const line of lines)
    print(values.json ? JSON.stringify(line) : `${line.name.padEnd(34)} ${line.value} ${line.unit}`);
  for (const rule of silent) process.stderr.write(`${rule}: fires neither on the corpus nor when put into it\n`);
  for (const line of missing.wrong) process.stderr.write(`${line}\n`);
  for (const slip of slips.filter((each) => each.found < each.made || each.made < Number(values.each)))
    process.stderr.write(
      `${slip.name}: ${slip.found} of ${slip.made} found${slip.missedIn.length ? `, missed in ${slip.missedIn.map((at) => documents[at]?.file).join(' ')}` : ''}\n`,
    );
  return 0;
};
