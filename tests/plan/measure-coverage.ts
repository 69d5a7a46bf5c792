import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../../electron/files/decode-text';
import { assessFunctions } from '../../shared/functions/assess-functions';
import { blockFunctions } from '../../shared/functions/block-functions';
import { type CoverageItem, readCoverage } from '../../shared/plan/against/coverage';
import { readPlan } from '../../shared/plan/read-plan';
import { recogniseText } from '../../shared/recognise/recognise';
import { sharedFolder } from '../recognition/labels';

const folder = join(import.meta.dirname, 'coverage');
const line = z.number().int().min(1);
const entry = z.strictObject({
  line,
  value: z.string().optional(),
  name: z.string().max(13).optional(),
  tasks: z.array(line),
  also: z.array(line),
});
const storedSchema = z.strictObject({
  file: z.string(),
  heldOut: z.literal(true).optional(),
  ignored: z.array(line).optional(),
  goals: z.array(entry),
  safeguards: z.array(entry),
});
type Entry = z.infer<typeof entry>;

export type CoverageFigures = Readonly<{
  name: string;
  kind: 'goals' | 'safeguards';
  heldOut: boolean;
  right: number;
  found: number;
  labelled: number;
  mistakes: readonly string[];
}>;

const isOf = ({ value, name }: Entry, text: string): boolean =>
  (value === undefined || new RegExp(`(?<![\\d.])${value.replace('.', '\\.')}(?![\\d.])`).test(text)) &&
  (name === undefined || text.includes(name));
/** The entry that says the most of an item. */
const entryOf = (entries: readonly Entry[], at: number, text: string): Entry | undefined => {
  const own = entries.filter((one) => one.line === at && isOf(one, text));
  return own.find((one) => one.value !== undefined || one.name !== undefined) ?? own[0];
};

/** Proposed links of goals and safeguards to tasks, held against the labels; two entries a plan. */
export const measureCoverage = (): readonly CoverageFigures[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const stored = storedSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const { document, lines } = recogniseText(decodeText(readFileSync(join(sharedFolder, stored.file))) ?? '');
      const functions = blockFunctions(assessFunctions(document));
      const coverage = readCoverage(document, functions, readPlan(document, functions));
      const lineOf = ({ blockId }: CoverageItem): number => lines.get(blockId) ?? 0;
      const taskLines = new Map(coverage.tasks.map((task) => [task.key, lineOf(task)] as const));
      return (['goals', 'safeguards'] as const).map((kind): CoverageFigures => {
        const mistakes: string[] = [];
        const met = new Set<Entry>();
        let [right, found, labelled] = [0, 0, 0];
        for (const item of coverage[kind]) {
          if (stored.ignored?.includes(lineOf(item))) continue;
          const label = entryOf(stored[kind], lineOf(item), item.text);
          if (label) met.add(label);
          const wanted = label?.tasks ?? [];
          const proposed = coverage.links
            .filter(({ from }) => from === item.key)
            .map(({ to }) => taskLines.get(to) ?? 0);
          const counted = proposed.filter((one) => !label?.also.includes(one));
          labelled += wanted.length;
          found += counted.length;
          right += counted.filter((one) => wanted.includes(one)).length;
          const wrong = counted.filter((one) => !wanted.includes(one)).map((one) => `+${one}`);
          const missed = wanted.filter((one) => !counted.includes(one)).map((one) => `-${one}`);
          if (wrong.length + missed.length > 0)
            mistakes.push(`  ${lineOf(item)} ${item.text}: ${[...wrong, ...missed].join(' ')}`);
        }
        for (const label of stored[kind]) if (!met.has(label)) labelled += label.tasks.length;
        return {
          name: file.replace('.json', ''),
          kind,
          heldOut: stored.heldOut ?? false,
          right,
          found,
          labelled,
          mistakes,
        };
      });
    });
