import { Editor, type Path, Transforms } from 'slate';
import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import { boxIdOf, findBlock, partAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';

/** One difference from another state of the document, taken over into this one. */
export type BlockTake =
  /** A block that only the other state has; `behind` is the block here that it belongs behind, null for the start. */
  | Readonly<{ kind: 'put'; block: Block; behind: string | null }>
  /** The other state's words, level and marks for a block that both have. */
  | Readonly<{ kind: 'replace'; id: string; block: Block }>
  /** A block that only this state has. */
  | Readonly<{ kind: 'remove'; id: string }>;

/** The same block, in the 专栏 of its new neighbour if it is in one. */
const inBoxOf = (block: Block, neighbour: Block | undefined): Block => {
  if (block.type === 'boxTitle') return block;
  const { boxId: _, ...rest } = block as Block & { boxId?: string };
  const boxId = boxIdOf(neighbour);
  return (boxId === undefined || boxIdOf(block) === undefined ? rest : { ...rest, boxId }) as Block;
};

/**
 * Takes over differences, in the order in which they stand. From the last to the first, so that blocks that belong
 * behind the same one keep their order. What refers to a block that is gone does nothing.
 */
export const takeBlocks = (editor: GovEditor, takes: readonly BlockTake[]): void => {
  for (const take of takes.toReversed()) takeBlock(editor, take);
};

const takeBlock = (editor: GovEditor, take: BlockTake): void => {
  const entry = take.kind === 'put' ? take.behind && findBlock(editor, take.behind) : findBlock(editor, take.id);
  if (take.kind === 'put') {
    const at: Path = entry ? [entry[1][0], entry[1][1] + 1] : [0, 0];
    const id = findBlock(editor, take.block.id) ? createId() : take.block.id;
    Transforms.insertNodes(editor, inBoxOf({ ...take.block, id }, entry ? entry[0] : undefined), { at });
    Transforms.select(editor, Editor.end(editor, at));
    return;
  }
  if (!entry) return;
  const [block, path] = entry;
  if (take.kind === 'remove' && partAt(editor, path[0])!.children.length > 1) {
    Transforms.removeNodes(editor, { at: path });
    return;
  }
  const next: Block =
    take.kind === 'remove'
      ? { type: 'paragraph', id: block.id, children: [{ text: '' }] }
      : inBoxOf({ ...take.block, id: block.id }, block);
  Transforms.removeNodes(editor, { at: path });
  Transforms.insertNodes(editor, next, { at: path });
  Transforms.select(editor, Editor.end(editor, path));
};
