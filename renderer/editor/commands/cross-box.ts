import { Editor, Transforms } from 'slate';
import type { Block } from '../../../shared/document/block';
import { type BlockEntry, boxEnd, boxIdOf, notesEnd, partAt } from '../model/blocks';
import { patchBlock } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** A step over the edge of a 专栏: the blocks from `start` up to `end` come to stand at `to`, in that box or in none. */
type Crossing = Readonly<{ start: number; end: number; to: number; boxId: string | undefined }>;

/** What may go into a 专栏 by itself; a clause outside boxes goes past it, as part of the outline. */
const enters = ({ type }: Block): boolean =>
  type === 'paragraph' || type === 'dash' || type === 'table' || type === 'picture';

/**
 * How a block goes into a 专栏 or out of it when moved one place: out over the title or behind the last block, in
 * behind the title or behind the last block. Its unit note goes with it. Null when no edge is crossed.
 */
export const boxCrossing = (blocks: readonly Block[], index: number, direction: 'up' | 'down'): Crossing | null => {
  const block = blocks[index]!;
  if (block.type === 'boxTitle') return null;
  const start = index;
  const end = notesEnd(blocks, index);
  const boxId = boxIdOf(block);
  const above = blocks[start - 1];
  const below = blocks[end];
  if (boxId !== undefined) {
    if (direction === 'down' && end === boxEnd(blocks, index)) return { start, end, to: start, boxId: undefined };
    if (direction === 'up' && above?.type === 'boxTitle') return { start, end, to: start - 1, boxId: undefined };
    return null;
  }
  if (!enters(block)) return null;
  if (direction === 'down' && below?.type === 'boxTitle') return { start, end, to: start + 1, boxId: below.boxId };
  if (direction === 'up' && boxIdOf(above) !== undefined) return { start, end, to: start, boxId: boxIdOf(above) };
  return null;
};

/** Carries out a crossing; whether there was one. */
export const crossBox = (editor: GovEditor, [, [part, index]]: BlockEntry, direction: 'up' | 'down'): boolean => {
  const crossing = boxCrossing(partAt(editor, part)!.children, index, direction);
  if (!crossing) return false;
  const { start, end, to, boxId } = crossing;
  Editor.withoutNormalizing(editor, () => {
    // The title is what really moves: everything else keeps its place.
    if (to < start) Transforms.moveNodes(editor, { at: [part, to], to: [part, end - 1] });
    if (to > start) Transforms.moveNodes(editor, { at: [part, end], to: [part, start] });
    for (let at = to; at < to + end - start; at += 1)
      patchBlock(editor, [partAt(editor, part)!.children[at]!, [part, at]], { boxId });
  });
  return true;
};
