import { Editor, type Path, type Point, Transforms } from 'slate';
import type { Table } from '../../../shared/document/block';
import { type BlockPath, blockEntryAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';
import { cellAt, cellsIn, cellsOfRow, type Grid, type GridCell, type Rect, readGrid, rectAround } from './table-grid';

/** A selection whose both ends stand in one table. */
export type TableSelection = Readonly<{
  table: Table;
  path: BlockPath;
  grid: Grid;
  /** Cells of the fixed and of the moving end. */
  anchor: GridCell;
  focus: GridCell;
  /** Everything between them, no cell cut. */
  rect: Rect;
}>;

const storedCell = ({ children }: Table, grid: Grid, { path }: Point): GridCell | undefined => {
  const cell = children[path[2]!]?.children[path[3]!];
  return grid.cells.find((one) => one.cell === cell);
};

/** Null when the selection is not inside one table. */
export const tableSelection = (editor: GovEditor): TableSelection | null => {
  const { selection } = editor;
  if (!selection || selection.anchor.path.length < 5 || selection.focus.path.length < 5) return null;
  const entry = blockEntryAt(editor, selection.focus);
  const other = blockEntryAt(editor, selection.anchor);
  if (entry?.[0].type !== 'table' || entry[0] !== other?.[0]) return null;
  const [table, path] = entry;
  const grid = readGrid(table.children);
  const anchor = storedCell(table, grid, selection.anchor);
  const focus = storedCell(table, grid, selection.focus);
  if (!anchor || !focus) return null;
  return { table, path, grid, anchor, focus, rect: rectAround(grid, anchor === focus ? [focus] : [anchor, focus]) };
};

/** The cells of a selection over more than one cell; empty for a caret or words in one cell. */
export const selectedCells = (selection: TableSelection | null): GridCell[] =>
  selection && selection.anchor !== selection.focus ? cellsIn(selection.grid, selection.rect) : [];

/** Path of the stored cell that covers a place of the grid. */
export const cellPath = (tablePath: Path, grid: Grid, row: number, column: number): Path => {
  const cell = cellAt(grid, row, column)!;
  return [...tablePath, cell.row, cellsOfRow(grid, cell.row).indexOf(cell)];
};

/** Puts the caret behind the text of the cell at a place. */
export const selectCell = (editor: GovEditor, tablePath: Path, grid: Grid, row: number, column: number): void =>
  Transforms.select(editor, Editor.end(editor, cellPath(tablePath, grid, row, column)));
