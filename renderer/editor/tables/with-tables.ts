import { type Descendant, Editor, Node, type Path, Transforms } from 'slate';
import type { Block, Table } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import { partAt } from '../model/blocks';
import { newBlock, paragraphShape } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import { cellAt, type Grid, type Rect, writeGrid } from './table-grid';
import { cellPath, selectCell, selectedCells, type TableSelection, tableSelection } from './table-selection';

/**
 * What is different where the selection stands in a table: a selection over several cells means those cells as
 * wholes (deleting empties them, copying takes them), and Enter goes to the cell below.
 */
export const withTables = (editor: GovEditor): GovEditor => {
  const { deleteFragment, getFragment, insertBreak } = editor;
  editor.deleteFragment = (options) => {
    const selection = tableSelection(editor);
    if (selectedCells(selection).length === 0) deleteFragment(options);
    else Editor.withoutNormalizing(editor, () => clearCells(editor, selection!));
  };
  editor.getFragment = () => {
    const selection = tableSelection(editor);
    const part = selection && partAt(editor, selection.path[0]);
    if (!selection || !part) return getFragment();
    return [{ ...part, children: [selection.anchor === selection.focus ? wordsOf(getFragment()) : cutOut(selection)] }];
  };
  editor.insertBreak = () => {
    const selection = tableSelection(editor);
    if (selection) cellBelow(editor, selection);
    else insertBreak();
  };
  editor.insertSoftBreak = editor.insertBreak;
  return editor;
};

const clearCells = (editor: GovEditor, selection: TableSelection): void => {
  const { path, grid, anchor } = selection;
  const start = cellPath(path, grid, anchor.row, anchor.column);
  for (const { row, column } of selectedCells(selection)) {
    const range = Editor.range(editor, cellPath(path, grid, row, column));
    if (Editor.string(editor, range) !== '') Transforms.delete(editor, { at: range });
  }
  Transforms.select(editor, Editor.start(editor, start));
};

/** Words selected in one cell, copied, are words. */
const wordsOf = (fragment: readonly Descendant[]): Block => {
  const leaves = fragment.flatMap((node) => [...Node.texts(node)]).map(([leaf]) => leaf);
  return { ...newBlock(paragraphShape), children: leaves.length > 0 ? leaves : [{ text: '' }] } as Block;
};

/** The selected cells as a table of their own. */
const cutOut = ({ grid, rect }: TableSelection): Table => ({
  type: 'table',
  id: createId(),
  children: writeGrid(cutGrid(grid, rect)),
});

const cutGrid = (grid: Grid, { top, left, bottom, right }: Rect): Grid => ({
  width: right - left,
  headers: grid.headers.slice(top, bottom),
  cells: grid.cells.flatMap((cell) =>
    cell.row >= top && cell.row < bottom && cell.column >= left && cell.column < right
      ? [{ ...cell, row: cell.row - top, column: cell.column - left }]
      : [],
  ),
});

/** Enter in a cell goes to the cell below, and out of the last row to the block behind the table. */
const cellBelow = (editor: GovEditor, { path, grid, focus }: TableSelection): void => {
  const row = focus.row + focus.rows;
  if (cellAt(grid, row, focus.column)) {
    selectCell(editor, path, grid, row, focus.column);
    return;
  }
  const behind: Path = [path[0], path[1] + 1];
  if (!Editor.hasPath(editor, behind)) Transforms.insertNodes(editor, newBlock(paragraphShape), { at: behind });
  Transforms.select(editor, Editor.start(editor, behind));
};
