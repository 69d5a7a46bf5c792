import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../../electron/files/decode-text';
import { assessFunctions } from '../../shared/functions/assess-functions';
import { blockFunctions } from '../../shared/functions/block-functions';
import { compareWithSuperiors } from '../../shared/plan/against/compare-superior';
import { readSuperior } from '../../shared/plan/against/read-superior';
import { compareTexts } from '../../shared/plan/against/similar';
import { readPlan } from '../../shared/plan/read-plan';
import { taskTexts } from '../../shared/plan/tasks/task-words';
import { recogniseText } from '../../shared/recognise/recognise';
import { toMainland } from '../../shared/wording/to-mainland';
import { sharedFolder } from '../recognition/labels';

const folder = join(import.meta.dirname, 'pairs');
const pairsSchema = z.array(z.tuple([z.number().int(), z.number().int()]));
const storedSchema = z.strictObject({
  superior: z.string(),
  ours: z.string(),
  /** Labelled after the comparison was set: its figures say how it does on what it has not seen. */
  heldOut: z.literal(true).optional(),
  pairs: pairsSchema,
  also: pairsSchema,
});

type Counts = Readonly<{ right: number; found: number; labelled: number }>;
export type PairFigures = Readonly<
  Counts & {
    name: string;
    heldOut: boolean;
    /** How alike two tasks are, and whether they are labelled; those of `also` left out. */
    likenesses: readonly Readonly<{ score: number; right: boolean }>[];
  }
>;
/** As many of them are put beside one task of the superior plan at most. */
const mostAnswers = 6;

const read = (file: string) => {
  const { document, lines } = recogniseText(decodeText(readFileSync(join(sharedFolder, file))) ?? '');
  return { document, line: (id: string): number => lines.get(id) ?? 0 };
};

/** Tasks of superior plans put beside the tasks of plans below them, held against the labelled pairs; one entry a pair. */
export const measurePairs = (): Promise<readonly PairFigures[]> =>
  Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map(async (file) => {
        const stored = storedSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
        const above = read(stored.superior);
        const below = read(stored.ours);
        // As the app does; its own conversion is loaded only when it is needed, which the script cannot do.
        const superiorDocument = toMainland(above.document).document;
        const superior = await readSuperior(superiorDocument);
        const { tasks: asked } = readPlan(above.document, blockFunctions(assessFunctions(above.document)));
        const { tasks } = readPlan(below.document, blockFunctions(assessFunctions(below.document)));
        const ours = { indicators: [], tasks, texts: taskTexts(below.document, tasks) };
        const firstTask = superior.items.findIndex(({ kind }) => kind === 'task');
        const key = (pair: readonly [number, number]): string => pair.join(' ');
        const labelled = new Set(stored.pairs.map(key));
        const also = new Set(stored.also.map(key));
        const found = compareWithSuperiors([superior], ours)
          .filter(({ item, status }) => item.kind === 'task' && (status === 'taken' || status === 'partly'))
          .flatMap(({ at, answers }) =>
            answers.map(({ blockId }) => key([above.line(asked[at - firstTask]!.blockId), below.line(blockId)])),
          )
          .filter((pair) => !also.has(pair));
        const counts = new Map<number, number>();
        const likenesses = compareTexts(
          superior.items.flatMap((item) =>
            item.kind === 'task' ? [{ heading: item.text, words: item.words, chapter: item.chapter ?? '' }] : [],
          ),
          ours.texts,
        ).flatMap(({ one, other, score }) => {
          const sofar = counts.get(one) ?? 0;
          counts.set(one, sofar + 1);
          const pair = key([above.line(asked[one]!.blockId), below.line(tasks[other]!.blockId)]);
          return sofar < mostAnswers && !also.has(pair) ? [{ score, right: labelled.has(pair) }] : [];
        });
        return {
          likenesses,
          name: file.replace('.json', ''),
          heldOut: stored.heldOut ?? false,
          right: found.filter((pair) => labelled.has(pair)).length,
          found: found.length,
          labelled: labelled.size,
        };
      }),
  );

const countFrom = (pairs: readonly PairFigures[], least: number): Counts => {
  const found = pairs.flatMap(({ likenesses }) => likenesses.filter(({ score }) => score >= least));
  return {
    right: found.filter(({ right }) => right).length,
    found: found.length,
    labelled: pairs.reduce((sum, { labelled }) => sum + labelled, 0),
  };
};
/** Precision that a threshold has to have on the pairs it is chosen with: what is aimed at (0.85) and a little more. */
const leastPrecision = 0.88;

/**
 * Each pair with the lowest threshold that is precise enough on all the others: what to expect of a pair nobody has
 * seen.
 */
export const leaveOneOut = (
  pairs: readonly PairFigures[],
): readonly Readonly<Counts & { name: string; least: number }>[] =>
  pairs.map((own) => {
    const others = pairs.filter((one) => one !== own);
    const scores = others.flatMap(({ likenesses }) => likenesses.map(({ score }) => score));
    const precise = scores.filter((score) => {
      const { right, found } = countFrom(others, score);
      return right / found >= leastPrecision;
    });
    const least = Math.min(...precise);
    return { name: own.name, least, ...countFrom([own], least) };
  });
