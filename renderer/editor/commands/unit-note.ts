import { Editor, Transforms } from 'slate';
import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { type BlockEntry, boxIdOf, findBlock, isClosing, isOpening, notesEnd } from '../model/blocks';
import { patchBlock } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** The unit note of a block: itself, or the one behind it. */
export type NotePlace = Readonly<{
  /** The block the note belongs to, or the note itself. */
  blockId: string;
  /** The note's text; empty when there is none yet, or only its prompt. */
  text: string;
  /** It has a paragraph of its own. */
  own: boolean;
}>;

const noteIndex = (blocks: readonly Block[], index: number): number => {
  if (blocks[index]!.type === 'responsibility') return index;
  return notesEnd(blocks, index) > index + 1 ? index + 1 : -1;
};

/** Where the unit note at a block is, or would come; null where none can stand (titles, 署名, tables …). */
export const notePlaceAt = ({ parts }: GovDocument, blockId: string | null): NotePlace | null => {
  for (const { children } of parts) {
    const index = children.findIndex(({ id }) => id === blockId);
    const block = children[index];
    if (!block) continue;
    if (isOpening(block.type) || isClosing(block.type) || block.type === 'table' || block.type === 'boxTitle')
      return null;
    const note = children[noteIndex(children, index)];
    const written = note?.type === 'responsibility' && !note.children.some(({ placeholder }) => placeholder);
    return {
      blockId: block.id,
      text: written ? blockText(note) : '',
      own: note?.type === 'responsibility' && note.placement === 'own',
    };
  }
  return null;
};

/** Writes the unit note of a block: changes the one there is, puts in a new one, or, with no text, takes it away. */
export const writeNote = (editor: GovEditor, { blockId, text, own }: NotePlace): void => {
  const entry = findBlock(editor, blockId);
  if (!entry) return;
  const [block, [part, index]] = entry;
  const blocks = editor.children[part] as { children: readonly Block[] };
  const at = noteIndex(blocks.children, index);
  const note = blocks.children[at];
  if (!note) {
    if (text === '') return;
    const boxId = boxIdOf(block);
    const added: Block = {
      type: 'responsibility',
      id: createId(),
      ...(boxId !== undefined && { boxId }),
      ...(own && { placement: 'own' as const }),
      children: [{ text }],
    };
    Transforms.insertNodes(editor, added, { at: [part, index + 1] });
    Transforms.select(editor, Editor.end(editor, [part, index + 1]));
    return;
  }
  if (text === '') {
    Transforms.removeNodes(editor, { at: [part, at] });
    if (at > 0) Transforms.select(editor, Editor.end(editor, [part, at - 1]));
    return;
  }
  rewrite(editor, [note, [part, at]], text);
  patchBlock(editor, [note, [part, at]], { placement: own ? 'own' : undefined });
  Transforms.select(editor, Editor.end(editor, [part, at]));
};

/** Gives a block another text, all in one leaf. */
const rewrite = (editor: GovEditor, [block, path]: BlockEntry, text: string): void => {
  if (blockText(block) === text && block.children.length === 1) return;
  for (let leaf = block.children.length - 1; leaf >= 0; leaf -= 1)
    Transforms.removeNodes(editor, { at: [...path, leaf] });
  Transforms.insertNodes(editor, { text }, { at: [...path, 0] });
};
