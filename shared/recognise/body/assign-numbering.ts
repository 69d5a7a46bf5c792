import type { Block, Clause, Level } from '../../document/block';
import type { Numbering, NumberingScope } from '../../document/document';
import type { SourceNumber } from '../lines/number-pattern';

/** A block being read and the number its source wrote. */
type NumberedBlock = Readonly<{ block: Block; number: SourceNumber | null; rawNumber: string | null }>;

type Counted = { at: number; level: Level; value: number };
type Fate = 'computed' | 'restart' | 'own';

const scopes: readonly NumberingScope[] = ['parent', 'chapter', 'part'];

/** Walks the clauses with one scope for one level: which numbers come out right, restart, or remain the source's own. */
const simulate = (clauses: readonly Counted[], level: Level, scope: NumberingScope): Map<number, Fate> => {
  const fates = new Map<number, Fate>();
  let counter = 0;
  let last = 0;
  for (const clause of clauses) {
    if (clause.level < level && level > 1 && (scope === 'parent' || (scope === 'chapter' && clause.level === 1)))
      counter = 0;
    if (clause.level !== level) continue;
    counter += 1;
    if (clause.value === counter) fates.set(clause.at, 'computed');
    else if (clause.value === 1 && last !== 1) {
      fates.set(clause.at, 'restart');
      counter = 1;
    } else fates.set(clause.at, 'own');
    last = clause.value;
  }
  return fates;
};

const cost = (fates: ReadonlyMap<number, Fate>): number => {
  let sum = 0;
  for (const fate of fates.values()) sum += fate === 'own' ? 2 : fate === 'restart' ? 1 : 0;
  return sum;
};

/**
 * Chooses for a part's levels the scopes under which most of the source's numbers come out by computing, marks
 * clauses that start again at one, and keeps the source's own number where it still differs.
 * Items of a 专栏 count by themselves. 第X章 and 第X节, and numbers that stand lower because of them, are always kept.
 */
export const assignNumbering = (blocks: readonly NumberedBlock[]): { numbering: Numbering; blocks: Block[] } => {
  const outside: Counted[] = [];
  const inBoxes = new Map<string, Counted[]>();
  blocks.forEach(({ block, number }, at) => {
    if (block.type !== 'clause' || !number) return;
    const counted = { at, level: block.level, value: number.value };
    if (!block.boxId) outside.push(counted);
    else inBoxes.set(block.boxId, [...(inBoxes.get(block.boxId) ?? []), counted]);
  });
  const fates = new Map<number, Fate>();
  const take = (found: ReadonlyMap<number, Fate>): void => {
    for (const [at, fate] of found) fates.set(at, fate);
  };
  const numbering: { 2?: NumberingScope; 3?: NumberingScope; 4?: NumberingScope } = {};
  take(simulate(outside, 1, 'part'));
  for (const level of [2, 3, 4] as const) {
    const tried = scopes.map((scope) => ({ scope, found: simulate(outside, level, scope) }));
    const best = tried.reduce((first, second) => (cost(second.found) < cost(first.found) ? second : first));
    take(best.found);
    if (best.scope !== 'parent') numbering[level] = best.scope;
  }
  for (const counted of inBoxes.values())
    for (const level of [1, 2, 3, 4] as const) take(simulate(counted, level, 'parent'));

  const numbered = blocks.map(({ block, number, rawNumber }, at): Block => {
    if (block.type !== 'clause' || !number || rawNumber === null) return block;
    const fate = fates.get(at) ?? 'computed';
    const clause: Clause = { ...block, ...(fate === 'restart' && { restart: true as const }) };
    const isChapter = number.form === 'chapter' || number.form === 'volume';
    const differs = fate === 'own' || isChapter || number.level !== block.level;
    return differs ? { ...clause, sourceNumber: rawNumber.trim().slice(0, 20) } : clause;
  });
  return { numbering, blocks: numbered };
};
