import { Editor, Range } from 'slate';
import type { Block, Clause, Level } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { type BlockEntry, branchEnd, clauseAbove, currentBlock, isItem, isTextBlock, partsOf } from '../model/blocks';
import { type BlockShape, paragraphShape, patchBlock, reshape, withoutOwnNumber } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** The blocks a selection touches, in document order. */
export const selectedEntries = (editor: GovEditor): BlockEntry[] => {
  if (!editor.selection) return [];
  const [start, end] = Range.edges(editor.selection);
  return partsOf(editor).flatMap(({ children }, part) =>
    children.flatMap((block, index): BlockEntry[] => {
      const before = part < start.path[0]! || (part === start.path[0] && index < start.path[1]!);
      const behind = part > end.path[0]! || (part === end.path[0] && index > end.path[1]!);
      return before || behind ? [] : [[block, [part, index]]];
    }),
  );
};

/** The form of a block as a clause: one that is a clause keeps all but its level and a number of that level, text behind the first 。 is run-in. */
export const clauseShape = (block: Block, level: Level): BlockShape => {
  const text = isTextBlock(block) ? blockText(block) : '';
  const stop = text.indexOf('。');
  if (block.type === 'clause') {
    const { id: _id, children: _children, boxId: _boxId, ...shape } = block;
    return { ...shape, ...(level !== block.level && withoutOwnNumber), level } as BlockShape;
  }
  return { type: 'clause', level, ...(stop >= 0 && stop < text.length - 1 && { runIn: true }) };
};

/** Makes the selected blocks headings or items of `level`, or plain paragraphs; the title of a 专栏 stays one. */
export const setLevel = (editor: GovEditor, level: Level | 'body'): void => {
  for (const entry of selectedEntries(editor)) {
    const [block] = entry;
    if (block.type !== 'boxTitle' && block.type !== 'picture')
      reshape(editor, entry, level === 'body' ? paragraphShape : clauseShape(block, level));
  }
};

/** The level of an item that would come next at `index`: below a heading one deeper, after an item the same. */
export const nextLevel = (blocks: readonly Block[], index: number): Level => {
  const above = clauseAbove(blocks, index);
  if (!above) return 1;
  return isItem(above) ? above.level : (Math.min(above.level + 1, 4) as Level);
};

/** Moves the selected clauses with everything below them one level up or down; Tab on a paragraph makes it an item. */
export const shiftLevel = (editor: GovEditor, by: 1 | -1): void => {
  const entries = selectedEntries(editor);
  const [first] = entries;
  if (entries.length === 1 && first && first[0].type === 'paragraph' && by === 1) {
    const blocks = partsOf(editor)[first[1][0]]!.children;
    reshape(editor, first, clauseShape(first[0], first[0].boxId ? 3 : nextLevel(blocks, first[1][1])));
    return;
  }
  const shifted = new Set<string>();
  for (const [block, [part, index]] of entries) {
    if (block.type !== 'clause' || shifted.has(block.id)) continue;
    const blocks = partsOf(editor)[part]!.children;
    const branch = blocks.slice(index, branchEnd(blocks, index));
    const clauses = branch.filter((one): one is Clause => one.type === 'clause' && one.boxId === block.boxId);
    if (clauses.some(({ level }) => level + by < 1 || level + by > 4)) continue;
    branch.forEach((one, offset) => {
      if (one.type !== 'clause' || one.boxId !== block.boxId || shifted.has(one.id)) return;
      shifted.add(one.id);
      patchBlock(editor, [one, [part, index + offset]], { ...withoutOwnNumber, level: one.level + by });
    });
  }
};

/** Makes the clause at the caret run-in, or lets it stand alone. */
export const toggleRunIn = (editor: GovEditor): void => {
  const entry = currentBlock(editor);
  if (entry?.[0].type === 'clause') patchBlock(editor, entry, { runIn: entry[0].runIn ? undefined : true });
};

/** Selects the text of a range of blocks of one part. */
export const selectBlocks = (editor: GovEditor, part: number, start: number, end: number): void => {
  editor.select({ anchor: Editor.start(editor, [part, start]), focus: Editor.end(editor, [part, end - 1]) });
};
