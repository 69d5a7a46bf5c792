import { Editor, Path, Range, Transforms } from 'slate';
import { assertNever } from '../../../shared/assert-never';
import type { Block, TextBlock } from '../../../shared/document/block';
import { computeLead } from '../../../shared/document/lead';
import {
  type BlockEntry,
  blockEntryAt,
  boxIdOf,
  clauseAbove,
  currentBlock,
  isEmptyBlock,
  isItem,
  isTextBlock,
  notesEnd,
  offsetIn,
  partAt,
} from '../model/blocks';
import { type BlockShape, newBlock, paragraphShape, patchBlock, reshape } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** Enter: the valid next element. On an empty block, where anything may come, `openMenu` is called. */
export const withBreaks = (editor: GovEditor, openMenu: () => void): GovEditor => {
  editor.insertBreak = () => {
    if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
    const entry = currentBlock(editor);
    if (!entry || !editor.selection) return;
    const [block] = entry;
    if (!isTextBlock(block)) return;
    if (!isEmptyBlock(block)) Editor.withoutNormalizing(editor, () => breakText(editor, block, entry));
    else {
      stepOut(editor, block, entry);
      openMenu();
    }
  };
  // A line of an official document ends where its paragraph ends.
  editor.insertSoftBreak = editor.insertBreak;
  return editor;
};

const breakText = (editor: GovEditor, block: TextBlock, [, path]: BlockEntry): void => {
  const point = editor.selection!.anchor;
  const offset = offsetIn(editor, point);
  const blocks = partAt(editor, path[0])!.children;
  // Behind a picture, also where its caption is empty; before it at the start of its caption.
  const atEnd = Editor.isEnd(editor, point, path);
  if (Editor.isStart(editor, point, path) && !(block.type === 'picture' && atEnd)) {
    const { id: _id, children: _children, ...shape } = block;
    const empty =
      block.type === 'boxTitle'
        ? newBlock(paragraphShape)
        : block.type === 'picture'
          ? newBlock(paragraphShape, block.boxId)
          : newBlock(shape as BlockShape, boxIdOf(block));
    Transforms.insertNodes(editor, empty, { at: path });
  } else if (atEnd) {
    // Its unit note stays with it.
    const next = [path[0], notesEnd(blocks, path[1])];
    Transforms.insertNodes(editor, newBlock(shapeBehind(blocks, path[1]), boxIdOf(block)), { at: next });
    Transforms.select(editor, Editor.start(editor, next));
  } else {
    const lead = computeLead(block);
    Transforms.splitNodes(editor, { at: point });
    const second = blockEntryAt(editor, Path.next(path))!;
    if (block.type === 'clause') {
      const inLead = offset < lead;
      const { runIn, level } = block;
      reshape(editor, second, inLead ? { type: 'clause', level, ...(runIn && { runIn }) } : paragraphShape);
      if (runIn && (inLead || offset === lead)) patchBlock(editor, blockEntryAt(editor, path)!, { runIn: undefined });
    } else if (block.type !== 'dash') reshape(editor, second, paragraphShape);
    // A paragraph never stays the title of a 专栏: reshape leaves it in the box as text.
    Transforms.select(editor, Editor.start(editor, second[1]));
  }
};

/** The form of a new block behind the end of block `index`. */
const shapeBehind = (blocks: readonly Block[], index: number): BlockShape => {
  const block = blocks[index]!;
  switch (block.type) {
    case 'clause':
      return isItem(block) ? { type: 'clause', level: block.level } : paragraphShape;
    case 'responsibility': {
      const above = block.boxId
        ? blocks.slice(0, index).findLast((one) => one.type === 'clause')
        : clauseAbove(blocks, index);
      return above?.type === 'clause' && isItem(above) ? { type: 'clause', level: above.level } : paragraphShape;
    }
    case 'dash':
      return { type: 'dash' };
    case 'title':
    case 'subtitle':
      return blocks.some(({ type }) => type === 'salutation') ? paragraphShape : { type: 'salutation' };
    case 'signature':
      return blocks.some(({ type }) => type === 'dateLine') ? paragraphShape : { type: 'dateLine' };
    case 'salutation':
    case 'paragraph':
    case 'boxTitle':
    case 'table':
    case 'picture':
    case 'dateLine':
    case 'note':
      return paragraphShape;
    default:
      return assertNever(block);
  }
};

/** Enter on an empty block gives up its form, and at the end of a 专栏 it leaves the box. */
const stepOut = (editor: GovEditor, block: TextBlock, entry: BlockEntry): void => {
  if (block.type === 'title' || block.type === 'boxTitle') return;
  reshape(editor, entry, paragraphShape);
  const next = blockEntryAt(editor, Path.next(entry[1]));
  const boxId = boxIdOf(block);
  if (boxId === undefined || (next && boxIdOf(next[0]) === boxId)) return;
  patchBlock(editor, blockEntryAt(editor, entry[1])!, { boxId: undefined });
};
