import { Editor, Transforms } from 'slate';
import type { Part } from '../../../shared/document/document';
import { partsOf } from '../model/blocks';
import type { GovEditor } from '../slate-types';

const placeOf = (items: readonly Readonly<{ id: string }>[], id: string, from = 0): number =>
  items.findIndex((item, at) => at >= from && item.id === id);

/** Removes what the wanted list does not have, from its end, so that no index moves. */
const removeOthers = (
  editor: GovEditor,
  parent: readonly number[],
  present: readonly Readonly<{ id: string }>[],
  wanted: readonly Readonly<{ id: string }>[],
): void => {
  const ids = new Set(wanted.map(({ id }) => id));
  for (let at = present.length - 1; at >= 0; at -= 1)
    if (!ids.has(present[at]!.id)) Transforms.removeNodes(editor, { at: [...parent, at] });
};

/** Brings the children of a part to those wanted; a block that is the same object is not touched. */
const setBlocks = (editor: GovEditor, at: number, wanted: Part): void => {
  const present = () => partsOf(editor)[at]!.children;
  removeOthers(editor, [at], present(), wanted.children);
  wanted.children.forEach((block, index) => {
    const here = present()[index];
    if (here === block) return;
    const old = placeOf(present(), block.id, index);
    if (old >= 0) Transforms.removeNodes(editor, { at: [at, old] });
    Transforms.insertNodes(editor, block, { at: [at, index] });
  });
};

/**
 * Puts another state of the text in the place of this one, with as few operations as the difference needs; the caret
 * at its start. To be called without normalising.
 */
export const replaceParts = (editor: GovEditor, parts: readonly Part[]): void => {
  Transforms.deselect(editor);
  removeOthers(editor, [], partsOf(editor), parts);
  parts.forEach((part, index) => {
    const old = placeOf(partsOf(editor), part.id);
    if (old < 0) {
      Transforms.insertNodes(editor, part, { at: [index] });
      return;
    }
    if (old !== index) Transforms.moveNodes(editor, { at: [old], to: [index] });
    const { kind, numbering, children } = partsOf(editor)[index]!;
    if (kind !== part.kind || numbering !== part.numbering)
      Transforms.setNodes(editor, { kind: part.kind, numbering: part.numbering }, { at: [index] });
    if (children !== part.children) setBlocks(editor, index, part);
  });
  Transforms.select(editor, Editor.start(editor, []));
};
