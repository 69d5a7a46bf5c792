import { Editor } from 'slate';
import type { Block } from '../../../shared/document/block';
import { bodyEnd, boxEnd, boxIdOf, branchEnd, currentBlock, isOpening, partAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';
import { boxCrossing, crossBox } from './cross-box';

/** What is moved: the branch of the block; a block inside a 专栏 moves inside it. */
type Span = Readonly<{ start: number; end: number }>;

const isFreeClause = (block: Block | undefined, level: number): boolean =>
  block?.type === 'clause' && block.boxId === undefined && block.level <= level;

/** Index at which the branch would begin when moved up one place; null at the top. */
const placeAbove = (blocks: readonly Block[], { start }: Span): number | null => {
  const block = blocks[start]!;
  const above = blocks[start - 1];
  if (!above || isOpening(above.type)) return null;
  if (block.type === 'clause' && !block.boxId) {
    let at = start - 1;
    while (at >= 0 && !isFreeClause(blocks[at], block.level)) at -= 1;
    return at < 0 ? null : at;
  }
  const boxId = boxIdOf(block);
  if (boxId !== undefined && block.type !== 'boxTitle') return above.type === 'boxTitle' ? null : start - 1;
  let at = start - 1;
  while (boxIdOf(above) !== undefined && boxIdOf(blocks[at - 1]) === boxIdOf(above)) at -= 1;
  return at;
};

/** Index behind which the branch would end when moved down one place; null at the bottom. */
const placeBelow = (blocks: readonly Block[], { start, end }: Span): number | null => {
  const block = blocks[start]!;
  if (end >= bodyEnd(blocks)) return null;
  const below = blocks[end]!;
  if (block.type === 'clause' && !block.boxId) {
    if (below.type === 'clause' && below.level === block.level) return branchEnd(blocks, end);
    // Under the next heading, before its first item.
    let at = end + 1;
    while (at < bodyEnd(blocks) && !(blocks[at]!.type === 'clause' && boxIdOf(blocks[at]) === undefined)) at += 1;
    return at;
  }
  const boxId = boxIdOf(block);
  if (boxId !== undefined && block.type !== 'boxTitle') return boxIdOf(below) === boxId ? end + 1 : null;
  return boxIdOf(below) === undefined ? end + 1 : boxEnd(blocks, end);
};

/**
 * Index at which the branch of a block would begin (up), or behind which it would end (down), when moved past its
 * neighbour; null when there is no such place.
 */
export const moveTarget = (blocks: readonly Block[], index: number, direction: 'up' | 'down'): number | null => {
  if (isOpening(blocks[index]!.type)) return null;
  const span = { start: index, end: branchEnd(blocks, index) };
  return direction === 'up' ? placeAbove(blocks, span) : placeBelow(blocks, span);
};

/** Whether the branch of a block can be moved one place. */
export const canMove = (blocks: readonly Block[], index: number, direction: 'up' | 'down'): boolean =>
  boxCrossing(blocks, index, direction) !== null || moveTarget(blocks, index, direction) !== null;

/**
 * Moves the branch at the caret past its neighbour, or over the edge of a 专栏 (Alt+↑, Alt+↓). The shorter of the
 * two is what really moves.
 */
export const moveBranch = (editor: GovEditor, direction: 'up' | 'down'): void => {
  const entry = currentBlock(editor);
  if (!entry || crossBox(editor, entry, direction)) return;
  const [, [part, start]] = entry;
  const blocks = partAt(editor, part)!.children;
  const target = moveTarget(blocks, start, direction);
  if (target === null) return;
  const end = branchEnd(blocks, start);
  if (direction === 'up') swapSpans(editor, part, target, start, end);
  else swapSpans(editor, part, start, end, target);
};

/** Exchanges the neighbouring spans [a, b) and [b, c) of a part. */
const swapSpans = (editor: GovEditor, part: number, a: number, b: number, c: number): void =>
  Editor.withoutNormalizing(editor, () => {
    const lower = c - b;
    const upper = b - a;
    const move = (from: number, to: number): void =>
      editor.apply({ type: 'move_node', path: [part, from], newPath: [part, to] });
    if (lower <= upper) for (let step = 0; step < lower; step += 1) move(b + step, a + step);
    else for (let step = 0; step < upper; step += 1) move(a, c - 1);
  });
