import type { TableCell } from '../../../shared/document/block';
import { leavesText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import type { GovEditor } from '../slate-types';
import { insertColumn, insertRow } from '../tables/edit-grid';
import { replaceGrid } from '../tables/run-table-action';
import { cellAt, type Grid, type GridCell } from '../tables/table-grid';
import { tableSelection } from '../tables/table-selection';

/** Limits of the stored form (see `tableSchema`). */
const mostColumns = 64;
const mostRows = 2000;

/** A pasted text takes the place of a cell's; its form stays that of the cell. */
const withText = (cell: TableCell, children: readonly TextLeaf[]): TableCell => ({ ...cell, children: [...children] });

/** The grid with rows and columns added at its ends, so that it holds a rectangle. */
const grow = (grid: Grid, rows: number, columns: number): Grid => {
  let grown = grid;
  while (grown.headers.length < rows) grown = insertRow(grown, grown.headers.length);
  while (grown.width < columns) grown = insertColumn(grown, grown.width);
  return grown;
};

/**
 * Pastes a table into the one at the caret, cell by cell from the first selected one; rows and columns that are
 * missing are added. What falls into one merged cell stands there together. False when the caret is in no table.
 */
export const pasteIntoTable = (editor: GovEditor, pasted: Grid, say: (sentence: string) => void): boolean => {
  const selection = tableSelection(editor);
  if (!selection) return false;
  const { top, left } = selection.rect;
  const bottom = top + pasted.headers.length;
  const right = left + pasted.width;
  if (right > mostColumns || bottom > mostRows) {
    say(`粘贴后表格将有 ${right} 列、${bottom} 行，最多 ${mostColumns} 列、${mostRows} 行，没有粘贴。`);
    return true;
  }
  const grid = grow(selection.grid, bottom, right);
  const texts = new Map<GridCell, TextLeaf[]>();
  for (const { cell, row, column } of pasted.cells) {
    const target = cellAt(grid, top + row, left + column)!;
    const before = texts.get(target);
    if (!before) texts.set(target, cell.children);
    else if (leavesText(cell.children) !== '') texts.set(target, [...before, { text: ' ' }, ...cell.children]);
  }
  const cells = grid.cells.map((one) => {
    const children = texts.get(one);
    return children ? { ...one, cell: withText(one.cell, children) } : one;
  });
  replaceGrid(editor, selection, { ...grid, cells }, bottom - 1, right - 1, say);
  return true;
};
