import { Editor, Path, type Point, Range, Transforms } from 'slate';
import { blockText } from '../../../shared/document/plain-text';
import { blockEntryAt, isJoinable, isTextBlock, partsOf } from '../model/blocks';
import { paragraphShape, reshape } from '../model/reshape';
import type { GovEditor } from '../slate-types';

const inTable = (point: Point): boolean => point.path.length > 3;

const deleteText = (editor: GovEditor, anchor: Point, focus: Point): void => {
  if (anchor.offset !== focus.offset || !Path.equals(anchor.path, focus.path))
    Transforms.delete(editor, { at: { anchor, focus } });
};

/** Empties the cells of one table from a point to a point; the table keeps its form. */
const clearCells = (editor: GovEditor, anchor: Point, focus: Point): void => {
  const [, tablePath] = blockEntryAt(editor, anchor)!;
  for (const [node, path] of [...Editor.nodes(editor, { at: { anchor, focus } })]) {
    if (!('type' in node) || node.type !== 'cell' || !Path.isAncestor(tablePath, path)) continue;
    const cell = Editor.range(editor, path);
    const part = Range.intersection(cell, { anchor, focus });
    if (part) deleteText(editor, Range.start(part), Range.end(part));
  }
};

/** Deletes from `start` to `end`, both in one part and in different blocks. */
const deleteAcrossBlocks = (editor: GovEditor, start: Point, end: Point): void => {
  const [first, firstPath] = blockEntryAt(editor, start)!;
  const [, lastPath] = blockEntryAt(editor, end)!;
  const wholeFirst = isTextBlock(first) && Editor.isStart(editor, start, firstPath);
  const wholeLast = Editor.isEnd(editor, end, lastPath);
  if (inTable(end)) clearCells(editor, Editor.start(editor, lastPath), end);
  else deleteText(editor, Editor.start(editor, lastPath), end);
  for (let index = lastPath[1] - 1; index > firstPath[1]; index -= 1)
    Transforms.removeNodes(editor, { at: [firstPath[0], index] });
  const nextPath = Path.next(firstPath);
  if (inTable(start)) {
    clearCells(editor, start, Editor.end(editor, firstPath));
    if (wholeLast && !inTable(end)) Transforms.removeNodes(editor, { at: nextPath });
    Transforms.select(editor, start);
  } else if (wholeFirst && (!wholeLast || inTable(end)) && (blockText(first) !== '' || first.type === 'picture')) {
    // Nothing of the first block is left: what remains keeps the form of the last one.
    Transforms.removeNodes(editor, { at: firstPath });
    Transforms.select(editor, Editor.start(editor, firstPath));
  } else {
    deleteText(editor, start, Editor.end(editor, firstPath));
    Transforms.select(editor, Editor.end(editor, firstPath));
    if (inTable(end)) return;
    if (wholeLast) Transforms.removeNodes(editor, { at: nextPath });
    // What is left of a text does not become the caption of a picture above it.
    else if (isJoinable(first)) Transforms.mergeNodes(editor, { at: nextPath });
    if (first.type === 'picture' && wholeFirst) reshape(editor, blockEntryAt(editor, firstPath)!, paragraphShape);
  }
};

/**
 * Deletes a range: within one block as text; across blocks what lies between goes and the ends are joined; cells
 * are emptied, not joined; parts are never joined, but an attachment or 印发通知 wholly inside the range goes.
 */
export const deleteRange = (editor: GovEditor, range: Range): void => {
  const [start, end] = Range.edges(range);
  Editor.withoutNormalizing(editor, () => {
    const firstPart = start.path[0]!;
    const lastPart = end.path[0]!;
    if (firstPart !== lastPart) {
      const caret = Editor.pointRef(editor, start);
      for (let index = lastPart; index >= firstPart; index -= 1) {
        const whole = Editor.range(editor, [index]);
        const from = index === firstPart ? start : whole.anchor;
        const to = index === lastPart ? end : whole.focus;
        const covered = Range.equals(whole, { anchor: from, focus: to });
        if (covered && partsOf(editor)[index]!.kind !== 'main') Transforms.removeNodes(editor, { at: [index] });
        else deleteRange(editor, { anchor: from, focus: to });
      }
      const rest = Math.min(firstPart, partsOf(editor).length - 1);
      Transforms.select(editor, caret.unref() ?? Editor.start(editor, [rest]));
      return;
    }
    const first = blockEntryAt(editor, start);
    const last = blockEntryAt(editor, end);
    if (!first || !last) return;
    if (!Path.equals(first[1], last[1])) deleteAcrossBlocks(editor, start, end);
    else if (inTable(start)) clearCells(editor, start, end);
    else deleteText(editor, start, end);
    if (editor.selection && Range.isExpanded(editor.selection)) Transforms.collapse(editor, { edge: 'start' });
  });
};
