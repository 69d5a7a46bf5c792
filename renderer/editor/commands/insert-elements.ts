import { Editor, Node, type Path, Transforms } from 'slate';
import type { Block, TableCell, TableRow } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import type { Part } from '../../../shared/document/document';
import type { TextLeaf } from '../../../shared/document/text';
import { type DocumentFunction, documentFunctions } from '../../../shared/functions/types';
import {
  type BlockEntry,
  bodyEnd,
  boxEnd,
  boxIdOf,
  branchEnd,
  currentBlock,
  findBlock,
  isClosing,
  isEmptyBlock,
  notesEnd,
  partAt,
  partsOf,
} from '../model/blocks';
import { newBlock, paragraphShape } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import type { InsertPlace } from './editor-command';

const mainPart = (editor: GovEditor): number => partsOf(editor).findIndex(({ kind }) => kind === 'main');

/** Where blocks are put by `place`; null when the block it names is gone. */
const resolvePlace = (editor: GovEditor, blocks: readonly Block[], place: InsertPlace): Path | null => {
  const part = mainPart(editor);
  if (place === 'bodyEnd') return [part, bodyEnd(partAt(editor, part)!.children)];
  if (place === 'caret') {
    const entry = currentBlock(editor);
    return entry ? placeBehind(editor, entry, blocks) : resolvePlace(editor, blocks, 'bodyEnd');
  }
  const entry = findBlock(editor, 'before' in place ? place.before : place.behind);
  if (!entry) return null;
  const [, [at, index]] = entry;
  return [at, 'before' in place ? index : branchEnd(partAt(editor, at)!.children, index)];
};

/** Behind a block and its unit notes, behind its 专栏 when the new blocks do not belong to that, before 署名. */
const placeBehind = (editor: GovEditor, [block, [part, index]]: BlockEntry, blocks: readonly Block[]): Path => {
  const { children } = partAt(editor, part)!;
  if (isClosing(block.type)) return [part, bodyEnd(children)];
  if (boxIdOf(block) !== undefined && boxIdOf(block) !== boxIdOf(blocks[0])) return [part, boxEnd(children, index)];
  return [part, blocks[0]?.type === 'responsibility' ? index + 1 : notesEnd(children, index)];
};

/** Puts blocks in and the caret into the first placeholder among them, else behind the text of the first one. */
export const insertBlocks = (editor: GovEditor, blocks: readonly Block[], place: InsertPlace): void => {
  const at = resolvePlace(editor, blocks, place);
  if (!at || blocks.length === 0) return;
  const entry = currentBlock(editor);
  const sameBox = entry !== undefined && boxIdOf(entry[0]) === boxIdOf(blocks[0]);
  const replaces =
    place === 'caret' && entry?.[0].type === 'paragraph' && isEmptyBlock(entry[0]) && (sameBox || !boxIdOf(entry[0]));
  const start: Path = replaces ? [...entry[1]] : at;
  Editor.withoutNormalizing(editor, () => {
    if (replaces) Transforms.removeNodes(editor, { at: start });
    Transforms.insertNodes(editor, [...blocks], { at: start });
    for (let index = start[1]!; index < start[1]! + blocks.length; index += 1) {
      for (const [leaf, path] of Node.texts(Node.get(editor, [start[0]!, index]))) {
        if (!leaf.placeholder) continue;
        Transforms.select(editor, Editor.range(editor, [start[0]!, index, ...path]));
        return;
      }
    }
    Transforms.select(editor, Editor.end(editor, start));
  });
};

/** Inserts behind the caret's block as its neighbour in the same 专栏, or in place of an empty paragraph. */
const insertBeside = (editor: GovEditor, block: Block): void => insertBlocks(editor, [block], 'caret');

export const insertResponsibility = (editor: GovEditor): void => {
  const boxId = boxIdOf(currentBlock(editor)?.[0]);
  const children: TextLeaf[] = [
    { text: '（责任单位：' },
    { text: '部门名称', placeholder: { key: 'unit', kind: 'bureau' } },
    { text: '）' },
  ];
  insertBeside(editor, { type: 'responsibility', id: createId(), ...(boxId !== undefined && { boxId }), children });
};

export const insertDash = (editor: GovEditor): void =>
  insertBeside(editor, newBlock({ type: 'dash' }, boxIdOf(currentBlock(editor)?.[0])));

export const insertBox = (editor: GovEditor): void => {
  const boxId = createId();
  const title: Block = { type: 'boxTitle', id: createId(), boxId, children: [{ text: '' }] };
  insertBlocks(editor, [title, newBlock(paragraphShape, boxId)], 'caret');
};

export const insertTable = (editor: GovEditor): void => {
  const boxId = boxIdOf(currentBlock(editor)?.[0]);
  const cell = (): TableCell => ({ type: 'cell', children: [{ text: '' }] });
  const row = (): TableRow => ({ type: 'row', children: [cell(), cell(), cell()] });
  const children = [{ ...row(), header: true as const }, row(), row()];
  const table: Block = { type: 'table', id: createId(), ...(boxId !== undefined && { boxId }), children };
  insertBlocks(editor, [table], 'caret');
  const entry = findBlock(editor, table.id);
  if (entry) Transforms.select(editor, Editor.start(editor, entry[1]));
};

/** A new attachment behind all others, with the caret in its title. */
export const insertAttachment = (editor: GovEditor, title = '', blocks?: readonly Block[]): void => {
  const body = blocks && blocks.length > 0 ? blocks : [newBlock(paragraphShape)];
  const children = [newBlock({ type: 'title' }, undefined, title), ...body];
  const part: Part = { type: 'part', id: createId(), kind: 'attachment', numbering: {}, children };
  const at = [partsOf(editor).length];
  Transforms.insertNodes(editor, part, { at });
  Transforms.select(editor, Editor.start(editor, at));
};

/**
 * Puts the blocks of a missing required part where it belongs in the main text: behind what serves the functions
 * that come before it (in the order 指导思想, 目标, 任务, 保障措施), else before those that come after it.
 */
export const insertMissing = (
  editor: GovEditor,
  fn: DocumentFunction,
  blocks: readonly Block[],
  functions: ReadonlyMap<string, DocumentFunction>,
): void => {
  const part = mainPart(editor);
  const existing = partAt(editor, part)!.children;
  const rank = documentFunctions.indexOf(fn);
  const [head] = blocks;
  const level = head?.type === 'clause' ? head.level : 1;
  const rankAt = (index: number): number => {
    const served = functions.get(existing[index]!.id);
    return served ? documentFunctions.indexOf(served) : -1;
  };
  /** The clause of that level, or a higher one, that holds a block. */
  const holder = (index: number): number => {
    for (let at = index; at >= 0; at -= 1) {
      const block = existing[at]!;
      if (block.type === 'clause' && !block.boxId && block.level <= level) return at;
    }
    return index;
  };
  const indices = existing.map((_, index) => index);
  const before = indices.findLast((index) => rankAt(index) >= 0 && rankAt(index) < rank);
  const after = indices.find((index) => rankAt(index) > rank);
  if (fn === 'safeguards' || (before === undefined && after === undefined)) insertBlocks(editor, blocks, 'bodyEnd');
  else if (before !== undefined) insertBlocks(editor, blocks, { behind: existing[holder(before)]!.id });
  else insertBlocks(editor, blocks, { before: existing[holder(after!)]!.id });
};
