import { Editor, type Node, type Path, type Point } from 'slate';
import type { Block, BlockType, Clause, TextBlock } from '../../../shared/document/block';
import type { Part } from '../../../shared/document/document';
import { isHeading } from '../../../shared/document/is-heading';
import { blockText, leafText } from '../../../shared/document/plain-text';
import type { GovEditor } from '../slate-types';

/** The depth is fixed: [part, block], text leaves at [part, block, leaf], cells at [part, table, row, cell]. */
export type BlockPath = [number, number];
export type BlockEntry = readonly [block: Block, path: BlockPath];

export const partsOf = (editor: GovEditor): readonly Part[] => editor.children as readonly Part[];

export const partAt = (editor: GovEditor, index: number): Part | undefined => partsOf(editor)[index];

/** The block that holds a path or point; undefined when the path ends above the blocks or leads nowhere. */
export const blockEntryAt = (editor: GovEditor, at: Path | Point): BlockEntry | undefined => {
  const [part, index] = 'path' in at ? at.path : at;
  if (part === undefined || index === undefined) return undefined;
  const block = partAt(editor, part)?.children[index];
  return block && [block, [part, index]];
};

/** The block that holds the caret (the moving end of a selection). */
export const currentBlock = (editor: GovEditor): BlockEntry | undefined =>
  editor.selection ? blockEntryAt(editor, editor.selection.focus) : undefined;

export const findBlock = (editor: GovEditor, id: string): BlockEntry | undefined => {
  for (const [part, { children }] of partsOf(editor).entries()) {
    const index = children.findIndex((block) => block.id === id);
    if (index >= 0) return [children[index]!, [part, index]];
  }
  return undefined;
};

export const isTextBlock = (block: Block | undefined): block is TextBlock =>
  block !== undefined && block.type !== 'table';

/** A text block without text; a picture without a caption is not empty. */
export const isEmptyBlock = (block: Block): boolean =>
  isTextBlock(block) && block.type !== 'picture' && block.children.every(({ text }) => text === '');

/** Whether its text can be joined with that of a neighbour: a caption stays with its picture. */
export const isJoinable = (block: Block): boolean => isTextBlock(block) && block.type !== 'picture';

export const boxIdOf = (block: Block | undefined): string | undefined =>
  block && 'boxId' in block ? block.boxId : undefined;

const boxable: ReadonlySet<BlockType> = new Set([
  'clause',
  'paragraph',
  'dash',
  'responsibility',
  'boxTitle',
  'table',
  'picture',
]);
export const isBoxable = (type: BlockType): boolean => boxable.has(type);

const closing: ReadonlySet<BlockType> = new Set(['signature', 'dateLine', 'note']);
/** Blocks that end a part: 署名, 成文日期, 附注. */
export const isClosing = (type: BlockType): boolean => closing.has(type);

const opening: ReadonlySet<BlockType> = new Set(['title', 'subtitle', 'salutation']);
/** Blocks that begin a part: 标题, 副题, 主送. */
export const isOpening = (type: BlockType): boolean => opening.has(type);

/** Index behind the last block of the body, before 署名, 成文日期 and 附注 that close a part. */
export const bodyEnd = (blocks: readonly Block[]): number => {
  let end = blocks.length;
  while (end > 0 && isClosing(blocks[end - 1]!.type)) end -= 1;
  return end;
};

/** Index behind the last block of the 专栏 that holds `index`. */
export const boxEnd = (blocks: readonly Block[], index: number): number => {
  const boxId = boxIdOf(blocks[index]);
  let end = index + 1;
  while (end < blocks.length && boxId !== undefined && boxIdOf(blocks[end]) === boxId) end += 1;
  return end;
};

/** Index behind a block and the unit notes that belong to it. */
export const notesEnd = (blocks: readonly Block[], index: number): number => {
  let end = index + 1;
  while (blocks[end]?.type === 'responsibility' && boxIdOf(blocks[end]) === boxIdOf(blocks[index])) end += 1;
  return end;
};

/**
 * Index behind everything that belongs to the block: a clause has what is below it up to the next clause of its
 * own or a higher level, the title of a 专栏 has the box, a block with a unit note has that note.
 */
export const branchEnd = (blocks: readonly Block[], index: number): number => {
  const block = blocks[index]!;
  if (block.type === 'boxTitle') return boxEnd(blocks, index);
  let end = index + 1;
  if (block.type === 'clause' && !block.boxId) {
    const stop = bodyEnd(blocks);
    while (end < stop) {
      const next = blocks[end]!;
      if (next.type === 'clause' && !next.boxId && next.level <= block.level) break;
      end += 1;
    }
    return end;
  }
  return notesEnd(blocks, index);
};

/** The clause, outside any 专栏, under which a block stands (itself excluded); undefined before the first one. */
export const clauseAbove = (blocks: readonly Block[], index: number): Clause | undefined => {
  for (let at = index - 1; at >= 0; at -= 1) {
    const block = blocks[at]!;
    if (block.type === 'clause' && !block.boxId) return block;
  }
  return undefined;
};

/** Whether a clause is an item (a sentence, or a lead with its sentences) and not a heading that stands alone. */
export const isItem = (clause: Clause): boolean => {
  const text = blockText(clause);
  return clause.runIn === true || /[。；]$/.test(text) || (text !== '' && !isHeading(clause));
};

/** The point at an offset of a block's text, counted as `blockText` counts it (cells and rows one character apart). */
export const pointAt = (editor: GovEditor, [block, path]: BlockEntry, offset: number): Point => {
  let rest = Math.max(0, offset);
  const inLeaves = (node: Node, at: Path): Point | undefined => {
    const leaves = 'children' in node ? node.children : [];
    for (const [index, leaf] of leaves.entries()) {
      if (!('text' in leaf)) continue;
      const { length } = leafText(leaf);
      if (rest <= length) return { path: [...at, index], offset: rest };
      rest -= length;
    }
    return undefined;
  };
  if (isTextBlock(block)) return inLeaves(block, path) ?? Editor.end(editor, path);
  for (const [rowIndex, row] of block.children.entries()) {
    for (const [cellIndex, cell] of row.children.entries()) {
      const found = inLeaves(cell, [...path, rowIndex, cellIndex]);
      if (found) return found;
      rest -= 1;
    }
  }
  return Editor.end(editor, path);
};

/** Offset of a point in the text of its text block or cell. */
export const offsetIn = (editor: GovEditor, point: Point): number => {
  const index = point.path.at(-1)!;
  const [parent] = Editor.node(editor, point.path.slice(0, -1));
  const leaves = 'children' in parent ? parent.children : [];
  const own = leaves[index];
  let offset = own && 'text' in own && own.footnote ? 0 : point.offset;
  for (const leaf of leaves.slice(0, index)) if ('text' in leaf) offset += leafText(leaf).length;
  return offset;
};
