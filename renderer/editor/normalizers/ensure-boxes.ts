import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import { boxIdOf, partsOf } from '../model/blocks';
import { patchBlock } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/**
 * The 专栏 each block of a part should stand in: a run of blocks with one boxId begins with its title and no two
 * runs share an id. Blocks before a title leave the box; a second title, or a second run, begins a box of its own.
 */
export const settleBoxes = (blocks: readonly Block[], used: Set<string>): (string | undefined)[] => {
  let open: string | undefined;
  let before: string | undefined;
  return blocks.map((block) => {
    const boxId = boxIdOf(block);
    if (boxId !== before || block.type === 'boxTitle') {
      open = undefined;
      if (block.type === 'boxTitle') {
        open = used.has(block.boxId) ? createId() : block.boxId;
        used.add(open);
      }
    }
    before = boxId;
    return boxId === undefined ? undefined : open;
  });
};

/** Keeps every 专栏 whole: see `settleBoxes`. Fixes all. */
export const ensureBoxes = (editor: GovEditor): boolean => {
  const used = new Set<string>();
  const before = editor.children;
  for (const [part, { children }] of partsOf(editor).entries()) {
    if (!children.some((block) => boxIdOf(block) !== undefined)) continue;
    const settled = settleBoxes(children, used);
    settled.forEach((boxId, index) => {
      const block = children[index]!;
      if (boxIdOf(block) !== boxId) patchBlock(editor, [block, [part, index]], { boxId });
    });
  }
  return before !== editor.children;
};
