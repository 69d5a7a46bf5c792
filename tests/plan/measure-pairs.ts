import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../../electron/files/decode-text';
import { assessFunctions } from '../../shared/functions/assess-functions';
import { blockFunctions } from '../../shared/functions/block-functions';
import { compareWithSuperiors } from '../../shared/plan/against/compare-superior';
import { readSuperior } from '../../shared/plan/against/read-superior';
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

export type PairFigures = Readonly<{ name: string; heldOut: boolean; right: number; found: number; labelled: number }>;

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
        const superior = await readSuperior(toMainland(above.document).document);
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
        return {
          name: file.replace('.json', ''),
          heldOut: stored.heldOut ?? false,
          right: found.filter((pair) => labelled.has(pair)).length,
          found: found.length,
          labelled: labelled.size,
        };
      }),
  );
