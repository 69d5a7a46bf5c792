import type { Block } from './block';
import type { TextLeaf } from './text';

/** Text of a leaf; the sign of a footnote is none, so offsets in a text do not count it. */
export const leafText = (leaf: TextLeaf): string => (leaf.footnote ? '' : leaf.text);

export const leavesText = (leaves: readonly TextLeaf[]): string => {
  const [only] = leaves;
  return leaves.length === 1 && only ? leafText(only) : leaves.map(leafText).join('');
};

/** Text of a block without its number; a table gives its cells joined by tabs, its rows by line feeds. */
export const blockText = (block: Block): string =>
  block.type === 'table'
    ? block.children.map((row) => row.children.map((cell) => leavesText(cell.children)).join('\t')).join('\n')
    : leavesText(block.children);

/** All leaves of a block in order, those of a table's cells too. */
export const wholeLeaves = (block: Block): readonly TextLeaf[] =>
  block.type === 'table'
    ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
    : block.children;

const leavesWithNotes = (leaves: readonly TextLeaf[]): string =>
  leaves.map((leaf) => (leaf.footnote ? `［注：${leaf.footnote.text}］` : leaf.text)).join('');

/** Everything a person wrote in a block: `blockText` with footnotes spelled out at their signs, a caption above its table. */
export const wholeText = (block: Block): string => {
  if (block.type !== 'table') return leavesWithNotes(block.children);
  const rows = block.children.map((row) => row.children.map((cell) => leavesWithNotes(cell.children)).join('\t'));
  return [...(block.caption === undefined ? [] : [block.caption]), ...rows].join('\n');
};
