import type { Numbering } from '../../../shared/document/document';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { isNumbered } from '../../../shared/numbering/freeze-numbers';
import { currentBlock, partAt, partsOf } from '../model/blocks';
import { patchBlock } from '../model/reshape';
import type { GovEditor } from '../slate-types';

const changeNumbering = (editor: GovEditor, index: number, numbering: Numbering): void => {
  const before = partAt(editor, index)?.numbering;
  if (before)
    editor.apply({ type: 'set_node', path: [index], properties: { numbering: before }, newProperties: { numbering } });
};

/** Says how far the numbers of each level run in one part. */
export const setNumbering = (editor: GovEditor, part: string, numbering: Numbering): void =>
  changeNumbering(
    editor,
    partsOf(editor).findIndex(({ id }) => id === part),
    numbering,
  );

/** Fixes every present number, as for a circulated draft: from now on insertions and deletions move none. */
export const freezeNumbers = (editor: GovEditor): void => {
  const labels = computeLabels({ parts: [...partsOf(editor)] });
  for (const [index, { numbering, children }] of partsOf(editor).entries()) {
    changeNumbering(editor, index, { ...numbering, frozen: true });
    for (const [at, block] of children.entries())
      if (isNumbered(block) && block.fixedLabel === undefined)
        patchBlock(editor, [block, [index, at]], { fixedLabel: labels.get(block.id) });
  }
};

/** Numbers are computed again; locked ones stay. */
export const unfreezeNumbers = (editor: GovEditor): void => {
  for (const [index, { numbering, children }] of partsOf(editor).entries()) {
    if (!numbering.frozen) continue;
    const { frozen: _frozen, ...rest } = numbering;
    changeNumbering(editor, index, rest);
    for (const [at, block] of children.entries())
      if (isNumbered(block) && !('locked' in block && block.locked))
        patchBlock(editor, [block, [index, at]], { fixedLabel: undefined });
  }
};

/** Locks the number of the clause or 专栏 at the caret as it is now, or gives it back to the count. */
export const toggleNumberLock = (editor: GovEditor): void => {
  const entry = currentBlock(editor);
  if (!entry || (entry[0].type !== 'clause' && entry[0].type !== 'boxTitle')) return;
  const [block, [part]] = entry;
  const { numbering } = partAt(editor, part)!;
  if (block.locked) {
    patchBlock(editor, entry, { locked: undefined, ...(!numbering.frozen && { fixedLabel: undefined }) });
    return;
  }
  const label = computeLabels({ parts: [...partsOf(editor)] }).get(block.id);
  if (label !== undefined) patchBlock(editor, entry, { fixedLabel: label, locked: true });
};
