import { Transforms } from 'slate';
import { createId } from '../../../shared/document/block-id';
import type { Part, PartKind } from '../../../shared/document/document';
import { partsOf } from '../model/blocks';
import { newBlock, paragraphShape } from '../model/reshape';
import type { GovEditor } from '../slate-types';

const newPart = (kind: PartKind): Part => ({
  type: 'part',
  id: createId(),
  kind,
  numbering: {},
  children: [newBlock(paragraphShape)],
});

/** Exactly one main part, and no part without a block: an emptied attachment or 印发通知 goes. Fixes one thing. */
export const ensureParts = (editor: GovEditor): boolean => {
  const parts = partsOf(editor);
  const empty = parts.findIndex((part) => part.children.length === 0);
  if (empty >= 0) {
    if (parts[empty]!.kind === 'main')
      Transforms.insertNodes(editor, newBlock(paragraphShape), { at: [empty, 0], select: false });
    else Transforms.removeNodes(editor, { at: [empty] });
    return true;
  }
  if (parts.some((part) => part.kind === 'main')) return false;
  const at = parts.findIndex((part) => part.kind === 'attachment');
  Transforms.insertNodes(editor, newPart('main'), { at: [at < 0 ? parts.length : at] });
  return true;
};

/** No table without a row and no row without a cell. Fixes one thing. */
export const ensureTables = (editor: GovEditor): boolean => {
  for (const [part, { children }] of partsOf(editor).entries()) {
    for (const [index, block] of children.entries()) {
      if (block.type !== 'table') continue;
      const row = block.children.findIndex(({ children: cells }) => cells.length === 0);
      if (block.children.length === 0 || row >= 0) {
        Transforms.removeNodes(editor, { at: row >= 0 ? [part, index, row] : [part, index] });
        return true;
      }
    }
  }
  return false;
};
