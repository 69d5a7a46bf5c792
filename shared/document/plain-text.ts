import type { Block } from './block';
import type { TextLeaf } from './text';

export const leavesText = (leaves: readonly TextLeaf[]): string => {
  if (leaves.length === 1) return leaves[0]?.text ?? '';
  return leaves.map((leaf) => leaf.text).join('');
};

/** Text of a block without its number; a table gives its cells joined by tabs, its rows by line feeds. */
export const blockText = (block: Block): string =>
  block.type === 'table'
    ? block.children.map((row) => row.children.map((cell) => leavesText(cell.children)).join('\t')).join('\n')
    : leavesText(block.children);
