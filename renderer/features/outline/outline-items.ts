import type { OutlineRow } from '../../app/outline/outline-rows';
import type { MissingRow } from './outline-marks';

type Place = Readonly<{
  /** The row's own id, or the function that is missing. */
  key: string;
  /** Which one it is among its siblings, from 1, and how many there are: what a screen reader says. */
  position: number;
  siblings: number;
}>;

type Content =
  | Readonly<{ row: OutlineRow; index: number; missing?: undefined }>
  | Readonly<{ row?: undefined; missing: MissingRow }>;

/** One line of the tree that is not folded or filtered away: a row, `index` into all rows, or a missing part. */
export type OutlineItem = Place & Content;

/** The lines of the tree from top to bottom: the rows that are not hidden, the missing parts where they belong. O(n). */
export const outlineItems = (
  rows: readonly OutlineRow[],
  hidden: ReadonlySet<number>,
  missing: readonly MissingRow[],
): readonly OutlineItem[] => {
  /** Number of lines in each group of siblings, and the group that is open at each depth. */
  const sizes: number[] = [];
  const open: number[] = [];
  const stand = (depth: number): [group: number, position: number] => {
    open.length = Math.min(open.length, depth + 1);
    open[depth] ??= sizes.push(0) - 1;
    const group = open[depth]!;
    sizes[group]! += 1;
    return [group, sizes[group]!];
  };
  const drafts: { key: string; position: number; group: number; content: Content }[] = [];
  const addMissing = (before: number) => {
    for (const part of missing) {
      if (part.before !== before) continue;
      const [group, position] = stand(part.depth);
      drafts.push({ key: part.function, position, group, content: { missing: part } });
    }
  };
  rows.forEach((row, index) => {
    addMissing(index);
    if (hidden.has(index)) return;
    const [group, position] = stand(row.depth);
    drafts.push({ key: row.id, position, group, content: { row, index } });
  });
  addMissing(rows.length);
  return drafts.map(({ key, position, group, content }) => ({ key, position, siblings: sizes[group]!, ...content }));
};
