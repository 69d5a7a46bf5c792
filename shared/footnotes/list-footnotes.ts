import type { Block } from '../document/block';
import type { Footnote, TextLeaf } from '../document/text';

const inLeaves = (leaves: readonly TextLeaf[]): Footnote[] => leaves.flatMap(({ footnote }) => footnote ?? []);

/** Footnotes of blocks in reading order, those in cells row by row. */
export const listFootnotes = (blocks: readonly Block[]): Footnote[] =>
  blocks.flatMap((block) =>
    block.type === 'table'
      ? block.children.flatMap((row) => row.children.flatMap((cell) => inLeaves(cell.children)))
      : inLeaves(block.children),
  );
