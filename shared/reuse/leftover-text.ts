import type { Block } from '../document/block';
import type { TextLeaf } from '../document/text';

const written = (leaves: readonly TextLeaf[]): string =>
  leaves.map((leaf) => (leaf.placeholder ? ' '.repeat(leaf.text.length) : leaf.text)).join('');

/** Text of a block in which placeholders are blank, so that offsets stay; cells of a table as `blockText` joins them. */
export const writtenText = (block: Block): string =>
  block.type === 'table'
    ? block.children.map((row) => row.children.map((cell) => written(cell.children)).join('\t')).join('\n')
    : written(block.children);
