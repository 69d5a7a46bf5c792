import { Editor, Path, Range, Transforms } from 'slate';
import { assertNever } from '../../../shared/assert-never';
import type { Block } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { deleteRange } from '../commands/delete-range';
import {
  type BlockEntry,
  blockEntryAt,
  boxEnd,
  currentBlock,
  isEmptyBlock,
  isJoinable,
  isTextBlock,
  partAt,
} from '../model/blocks';
import { paragraphShape, patchBlock, reshape } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import { ensureRunIn } from './with-typing';

/** Backspace and Delete at the edges of blocks do the obvious thing: item → paragraph → joined with the one above. */
export const withDeleting = (editor: GovEditor): GovEditor => {
  const { deleteBackward, deleteForward } = editor;
  editor.deleteFragment = () => {
    if (editor.selection) deleteRange(editor, editor.selection);
  };
  editor.deleteBackward = (unit) => {
    const { selection } = editor;
    const entry = currentBlock(editor);
    if (!selection || !entry) return;
    if (Range.isExpanded(selection)) return editor.deleteFragment();
    const [block, path] = entry;
    if (!isTextBlock(block)) {
      if (!Editor.isStart(editor, selection.anchor, selection.anchor.path.slice(0, 4))) deleteBackward(unit);
      return;
    }
    if (!Editor.isStart(editor, selection.anchor, path)) return deleteBackward(unit);
    Editor.withoutNormalizing(editor, () => leaveBackward(editor, entry));
  };
  editor.deleteForward = (unit) => {
    const { selection } = editor;
    const entry = currentBlock(editor);
    if (!selection || !entry) return;
    if (Range.isExpanded(selection)) return editor.deleteFragment();
    const [block, path] = entry;
    if (!isTextBlock(block)) {
      if (!Editor.isEnd(editor, selection.anchor, selection.anchor.path.slice(0, 4))) deleteForward(unit);
      return;
    }
    if (!Editor.isEnd(editor, selection.anchor, path)) return deleteForward(unit);
    if (isBarePicture(block)) return removePicture(editor, entry);
    const next = blockEntryAt(editor, Path.next(path));
    if (!next) return;
    Editor.withoutNormalizing(editor, () => {
      if (isEmptyBlock(block)) {
        Transforms.removeNodes(editor, { at: path });
        Transforms.select(editor, Editor.start(editor, path));
      } else if (next[0].type === 'boxTitle') {
        // The frame goes first, as it does by Backspace from inside; a second press joins.
        dissolveBox(editor, next);
        reshape(editor, blockEntryAt(editor, next[1])!, paragraphShape);
      } else if (isJoinable(block) && isJoinable(next[0])) join(editor, entry, next);
      else Transforms.select(editor, Editor.start(editor, next[1]));
    });
  };
  return editor;
};

const isBarePicture = (block: Block): boolean => block.type === 'picture' && blockText(block) === '';

/** An empty paragraph in its place, with the caret. */
const removePicture = (editor: GovEditor, entry: BlockEntry): void => reshape(editor, entry, paragraphShape);

/** Backspace at the start of a text block. */
const leaveBackward = (editor: GovEditor, entry: BlockEntry): void => {
  const [block, path] = entry;
  if (block.type === 'picture') {
    // One with a caption does not go by accident.
    if (isBarePicture(block)) removePicture(editor, entry);
    return;
  }
  if (block.type !== 'table' && givesUpItsForm(block)) {
    if (block.type === 'boxTitle') dissolveBox(editor, entry);
    reshape(editor, blockEntryAt(editor, path)!, paragraphShape);
    return;
  }
  const [partIndex, index] = path;
  if (index === 0) {
    leavePart(editor, partIndex, block);
    return;
  }
  const previous = blockEntryAt(editor, Path.previous(path))!;
  if (!isJoinable(previous[0])) {
    if (isEmptyBlock(block)) Transforms.removeNodes(editor, { at: path });
    Transforms.select(editor, Editor.end(editor, previous[1]));
  } else if (isEmptyBlock(previous[0])) {
    // An empty block above goes; the place of a title stays.
    if (previous[0].type === 'title' || previous[0].type === 'boxTitle')
      Transforms.select(editor, Editor.start(editor, previous[1]));
    else Transforms.removeNodes(editor, { at: previous[1] });
  } else join(editor, previous, entry);
};

/** At the top of a part: an empty attachment or 印发通知 goes, an empty first block goes, else nothing happens. */
const leavePart = (editor: GovEditor, partIndex: number, block: Block): void => {
  const part = partAt(editor, partIndex)!;
  if (part.children.length > 1) {
    if (isEmptyBlock(block)) Transforms.removeNodes(editor, { at: [partIndex, 0] });
  } else if (isEmptyBlock(block) && part.kind !== 'main') {
    Transforms.removeNodes(editor, { at: [partIndex] });
    if (partIndex > 0) Transforms.select(editor, Editor.end(editor, [partIndex - 1]));
  }
};

const givesUpItsForm = (block: Block): boolean => {
  switch (block.type) {
    case 'clause':
    case 'dash':
    case 'responsibility':
    case 'boxTitle':
    case 'subtitle':
    case 'salutation':
    case 'signature':
    case 'dateLine':
    case 'note':
      return true;
    case 'title':
    case 'paragraph':
    case 'table':
    case 'picture':
      return false;
    default:
      return assertNever(block);
  }
};

/** Takes all blocks out of a 专栏; its title becomes a paragraph by the caller. */
const dissolveBox = (editor: GovEditor, [, [part, index]]: BlockEntry): void => {
  const blocks = partAt(editor, part)!.children;
  for (let at = boxEnd(blocks, index) - 1; at > index; at -= 1)
    patchBlock(editor, [blocks[at]!, [part, at]], { boxId: undefined });
};

/** Joins a text block to the one above, which keeps its form; the caret stands where they meet. */
const join = (editor: GovEditor, [above]: BlockEntry, [, path]: BlockEntry): void => {
  const before = blockText(above);
  Transforms.select(editor, Editor.end(editor, Path.previous(path)));
  Transforms.mergeNodes(editor, { at: path });
  ensureRunIn(editor, before);
};
