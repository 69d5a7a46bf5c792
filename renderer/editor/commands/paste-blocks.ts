import { Editor, Path, Range, Transforms } from 'slate';
import type { Block } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { blockEntryAt, boxIdOf, currentBlock, isBoxable, isEmptyBlock, isTextBlock } from '../model/blocks';
import { paragraphShape, reshape } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/**
 * Inserts blocks (with ids of their own) at the selection. A single paragraph is only its words; several blocks
 * replace an empty one, and in a sentence the first and the last, where they are plain paragraphs, join the text
 * around. A cell takes their text only.
 */
export const pasteBlocks = (editor: GovEditor, pasted: readonly Block[]): void => {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  const entry = currentBlock(editor);
  if (!entry || pasted.length === 0) return;
  const [block, path] = entry;
  if (!isTextBlock(block)) {
    editor.insertText(
      pasted
        .map(blockText)
        .join(' ')
        .replace(/[\t\n]/g, ' '),
    );
    return;
  }
  Editor.withoutNormalizing(editor, () => {
    const [only] = pasted;
    if (pasted.length === 1 && isTextBlock(only) && (only.type === 'paragraph' || !isEmptyBlock(block))) {
      Transforms.insertNodes(editor, only.children, { select: true });
      return;
    }
    const blocks = intoBox(pasted, boxIdOf(block));
    if (isEmptyBlock(block)) {
      Transforms.removeNodes(editor, { at: path });
      insertAt(editor, blocks, path);
    } else insertIntoText(editor, blocks, path);
  });
};

const insertIntoText = (editor: GovEditor, blocks: readonly Block[], path: Path): void => {
  const next = Path.next(path);
  const point = editor.selection!.anchor;
  const hasTail = !Editor.isEnd(editor, point, path);
  if (hasTail) Transforms.splitNodes(editor, { at: point, always: true });
  const [first] = blocks;
  const joinsHead = first?.type === 'paragraph' && !isEmptyBlock(blockEntryAt(editor, path)![0]);
  if (joinsHead) Transforms.insertNodes(editor, first.children, { at: Editor.end(editor, path), select: true });
  const rest = joinsHead ? blocks.slice(1) : blocks;
  insertAt(editor, rest, next);
  const last = rest.at(-1) ?? first;
  if (!hasTail) return;
  const tail: Path = [path[0]!, path[1]! + rest.length + 1];
  if (last?.type === 'paragraph') {
    Transforms.mergeNodes(editor, { at: tail });
    return;
  }
  const entry = blockEntryAt(editor, tail);
  if (entry) reshape(editor, entry, paragraphShape);
};

const insertAt = (editor: GovEditor, blocks: readonly Block[], at: Path): void => {
  if (blocks.length === 0) return;
  Transforms.insertNodes(editor, [...blocks], { at });
  Transforms.select(editor, Editor.end(editor, [at[0]!, at[1]! + blocks.length - 1]));
};

/** Pasted into a 专栏: everything joins it; a pasted box gives up its frame, titles and the like become paragraphs. */
const intoBox = (blocks: readonly Block[], boxId: string | undefined): Block[] => {
  if (boxId === undefined) return [...blocks];
  return blocks.map((block) =>
    isTextBlock(block) && (block.type === 'boxTitle' || !isBoxable(block.type))
      ? { type: 'paragraph', id: block.id, boxId, children: block.children }
      : ({ ...block, boxId } as Block),
  );
};
