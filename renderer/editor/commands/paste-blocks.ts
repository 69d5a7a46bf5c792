import { Editor, Path, Range, Transforms } from 'slate';
import type { Block, PictureBlock } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import { pasteIntoTable } from '../clipboard/paste-into-table';
import { blockEntryAt, boxIdOf, currentBlock, isBoxable, isEmptyBlock, isTextBlock, partAt } from '../model/blocks';
import { paragraphShape, reshape } from '../model/reshape';
import { ensureRunIn } from '../plugins/with-typing';
import type { GovEditor } from '../slate-types';
import { readGrid } from '../tables/table-grid';
import { insertPictureBlock } from './pictures';
import { selectPlaceholderAt } from './placeholders';

/** Limit of the stored form (see `partSchema`). */
const mostBlocks = 20_000;

/**
 * Inserts blocks (with ids of their own) at the selection. A single paragraph is only its words; several blocks
 * replace an empty one, and in a sentence the first and the last, where they are plain paragraphs, join the text
 * around. In a table a table fills the cells from the caret's on; a cell takes the text of anything else.
 */
export const pasteBlocks = (editor: GovEditor, pasted: readonly Block[], say: (sentence: string) => void): void => {
  const [only] = pasted;
  if (!only) return;
  if (pasted.length === 1 && only.type === 'table' && pasteIntoTable(editor, readGrid(only.children), say)) return;
  const part = editor.selection && partAt(editor, editor.selection.focus.path[0]!);
  if (part && part.children.length + pasted.length > mostBlocks) {
    say(`粘贴后这一部分将有 ${part.children.length + pasted.length} 段，最多 ${mostBlocks} 段，没有粘贴。`);
    return;
  }
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  const entry = currentBlock(editor);
  if (!entry) return;
  const [block, path] = entry;
  if (only.type === 'picture' && pasted.length === 1 && isTextBlock(block)) {
    insertPictureBlock(editor, intoBox([only], boxIdOf(block))[0] as PictureBlock);
    return;
  }
  if (!isTextBlock(block)) {
    if (pasted.some(({ type }) => type === 'picture')) say('表格里不能放图片，只粘贴了文字。');
    pasteWords(editor, pasted.flatMap(wordsOf));
    return;
  }
  if (pasted.length === 1 && isTextBlock(only) && (only.type === 'paragraph' || !isEmptyBlock(block))) {
    pasteWords(editor, only.children);
    return;
  }
  Editor.withoutNormalizing(editor, () => {
    const blocks = intoBox(pasted, boxIdOf(block));
    if (isEmptyBlock(block)) {
      Transforms.removeNodes(editor, { at: path });
      insertAt(editor, blocks, path);
    } else insertIntoText(editor, blocks, path);
  });
};

/** The words of a block as they go into a cell, with its footnotes; the next block stands a space apart. */
const wordsOf = (block: Block, at: number): TextLeaf[] => {
  const leaves: TextLeaf[] = isTextBlock(block)
    ? block.children.map(({ text, footnote }) => (footnote ? { text, footnote } : { text: text.replace(/\n/g, ' ') }))
    : [{ text: blockText(block).replace(/[\t\n]/g, ' ') }];
  return at === 0 ? leaves : [{ text: ' ' }, ...leaves];
};

/** Inserts words at the selection; those without marks of their own take the face of the text around. */
export const pasteWords = (editor: GovEditor, leaves: readonly TextLeaf[]): void => {
  const [only] = leaves;
  if (!only) return;
  const before = currentBlock(editor);
  Editor.withoutNormalizing(editor, () => {
    if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
    selectPlaceholderAt(editor);
    if (editor.selection && Range.isExpanded(editor.selection)) {
      editor.deleteFragment();
      selectPlaceholderAt(editor);
    }
    const plain = leaves.length === 1 && Object.keys(only).length === 1;
    if (plain) Transforms.insertText(editor, only.text);
    else Transforms.insertNodes(editor, [...leaves], { select: true });
  });
  if (before) ensureRunIn(editor, blockText(before[0]));
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
