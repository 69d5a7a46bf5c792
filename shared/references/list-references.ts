import type { Block } from '../document/block';
import { leafText } from '../document/plain-text';
import type { TextLeaf } from '../document/text';

/** A reference in a block, with its place in the block's text as `blockText` counts it. */
export type Reference = Readonly<{ target: string; text: string; start: number; end: number }>;

/** The references in a block, cells included. */
export const listReferences = (block: Block): readonly Reference[] => {
  const found: Reference[] = [];
  let offset = 0;
  const read = (leaves: readonly TextLeaf[]): void => {
    for (const leaf of leaves) {
      const { ref } = leaf;
      const text = leafText(leaf);
      if (ref !== undefined) found.push({ target: ref, text, start: offset, end: offset + text.length });
      offset += text.length;
    }
  };
  if (block.type !== 'table') read(block.children);
  else
    for (const row of block.children)
      for (const cell of row.children) {
        read(cell.children);
        // Cells and rows stand one character apart.
        offset += 1;
      }
  return found;
};
