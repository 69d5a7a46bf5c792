import type { Block, BlockType } from '../document/block';
import { wholeText } from '../document/plain-text';

/** Of these a part has one, so they belong together however different their words are. */
const single: ReadonlySet<BlockType> = new Set(['title', 'salutation', 'signature', 'dateLine']);

const apart: ReadonlySet<BlockType> = new Set(['table', 'picture']);

/** Blocks that share fewer than half of their neighbouring pairs of characters are different blocks. */
const leastLikeness = 0.5;
/** A pair of characters that stands in more blocks than this (责任单位) says nothing about any of them. */
const tooCommon = 60;

const pairs = (text: string): ReadonlySet<string> => {
  const plain = text.replace(/[\s，。、；：（）()“”]/g, '');
  const found = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) found.add(plain.slice(at, at + 2));
  return found;
};

/** A block with the name of its part (`main`, `attachment 2`). */
export type Placed = Readonly<{ block: Block; part: string }>;

type Candidate = Readonly<{ from: number; to: number; likeness: number }>;

/** Pairs of blocks that look alike, the most alike first (Dice's coefficient over pairs of characters). */
const candidates = (
  before: readonly Placed[],
  after: readonly Placed[],
  froms: readonly number[],
  tos: readonly number[],
): Candidate[] => {
  const sets = new Map(froms.map((index) => [index, pairs(wholeText(before[index]!.block))] as const));
  const holders = new Map<string, number[]>();
  for (const [index, set] of sets)
    for (const pair of set) {
      const list = holders.get(pair);
      if (list) list.push(index);
      else holders.set(pair, [index]);
    }
  const found: Candidate[] = [];
  for (const to of tos) {
    const own = pairs(wholeText(after[to]!.block));
    const shared = new Map<number, number>();
    for (const pair of own) {
      const list = holders.get(pair) ?? [];
      if (list.length <= tooCommon) for (const from of list) shared.set(from, (shared.get(from) ?? 0) + 1);
    }
    for (const [from, count] of shared) {
      const likeness = (2 * count) / (own.size + sets.get(from)!.size);
      const [one, other] = [before[from]!.block.type, after[to]!.block.type];
      // A table or a picture is never a text.
      const alike = one === other || !(apart.has(one) || apart.has(other));
      if (likeness >= leastLikeness && alike) found.push({ from, to, likeness });
    }
  }
  return found.sort(
    (a, b) => b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.to - b.to,
  );
};

/**
 * Which block of one state is which of the other: the same by id (versions of one document), else by its place
 * (title, 主送, 署名, date), by equal words, and last by likeness.
 * @returns for each index of `after` the index in `before`; those without one are new
 */
export const matchBlocks = (before: readonly Placed[], after: readonly Placed[]): ReadonlyMap<number, number> => {
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  const match = (from: number, to: number) => {
    if (taken.has(from) || matched.has(to)) return;
    matched.set(to, from);
    taken.add(from);
  };
  /** Joins blocks with the same key, in order. */
  const matchBy = (key: (placed: Placed) => string | null) => {
    const waiting = new Map<string, number[]>();
    for (const [from, placed] of before.entries()) {
      const name = taken.has(from) ? null : key(placed);
      if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), from]);
    }
    for (const [to, placed] of after.entries()) {
      const name = matched.has(to) ? null : key(placed);
      const from = name === null ? undefined : waiting.get(name)?.shift();
      if (from !== undefined) match(from, to);
    }
  };
  matchBy(({ block }) => block.id);
  matchBy(({ block }) => (block.type === 'picture' ? block.picture.sha256 : null));
  matchBy(({ block }) =>
    wholeText(block) === '' ? null : `${apart.has(block.type) && block.type}${wholeText(block)}`,
  );
  matchBy(({ block, part }) => (single.has(block.type) ? `${part} ${block.type}` : null));

  const froms = [...before.keys()].filter((index) => !taken.has(index));
  const tos = [...after.keys()].filter((index) => !matched.has(index));
  for (const { from, to } of candidates(before, after, froms, tos)) match(from, to);
  return matched;
};

/** Indices (into `values`) of a longest run of rising values: what stayed in order while the rest moved. */
export const longestRising = (values: readonly number[]): ReadonlySet<number> => {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) kept.add(at);
  return kept;
};
