import { Editor, Path, Transforms } from 'slate';
import { assertNever } from '../../../shared/assert-never';
import type { TableRow } from '../../../shared/document/block';
import { leavesText } from '../../../shared/document/plain-text';
import { boxIdOf } from '../model/blocks';
import { newBlock, paragraphShape } from '../model/reshape';
import type { GovEditor } from '../slate-types';
import {
  deleteColumns,
  deleteRows,
  insertColumn,
  insertRow,
  mergeCells,
  setKind,
  splitCell,
  toggleHeader,
} from './edit-grid';
import { sumCells } from './sum-cells';
import type { TableAction } from './table-actions';
import { type Grid, type GridCell, writeGrid } from './table-grid';
import { cellPath, selectCell, type TableSelection, tableSelection } from './table-selection';

type Say = (text: string) => void;

/** Carries out an action on the table at the caret; outside a table it does nothing. */
export const runTableAction = (editor: GovEditor, action: TableAction, say: Say): void => {
  const selection = tableSelection(editor);
  if (!selection) return;
  const { grid, rect, focus } = selection;
  const put = (next: Grid | null, row = 0, column = 0): void => replaceGrid(editor, selection, next, row, column, say);
  switch (action) {
    case 'rowAbove':
      put(insertRow(grid, rect.top), rect.top, focus.column);
      break;
    case 'rowBelow':
      put(insertRow(grid, rect.bottom), rect.bottom, focus.column);
      break;
    case 'columnLeft':
      put(insertColumn(grid, rect.left), focus.row, rect.left);
      break;
    case 'columnRight':
      put(insertColumn(grid, rect.right), focus.row, rect.right);
      break;
    case 'deleteRow':
      put(deleteRows(grid, rect.top, rect.bottom), rect.top, focus.column);
      break;
    case 'deleteColumn':
      put(deleteColumns(grid, rect.left, rect.right), focus.row, rect.left);
      break;
    case 'deleteTable':
      put(null);
      break;
    case 'mergeCells':
      put(mergeCells(grid, rect), rect.top, rect.left);
      break;
    case 'splitCell':
      put(splitCell(grid, focus), focus.row, focus.column);
      break;
    case 'toggleHeader':
      put(toggleHeader(grid, focus.row), focus.row, focus.column);
      break;
    case 'numberColumn':
    case 'textColumn': {
      const kind = action === 'numberColumn' ? 'number' : 'text';
      put(setKind(grid, rect, focus.cell.kind === kind ? undefined : kind), focus.row, focus.column);
      break;
    }
    case 'sum':
      sumColumn(editor, selection, say);
      break;
    default:
      assertNever(action);
  }
};

/** Limits of the stored form (see `tableSchema`). */
const mostColumns = 64;
const mostRows = 2000;
const fits = (rows: readonly TableRow[], { width }: Grid): boolean => rows.length <= mostRows && width <= mostColumns;

const sameRow = (a: TableRow | undefined, b: TableRow | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.header === b.header &&
  a.children.length === b.children.length &&
  a.children.every((cell, at) => cell === b.children[at]);

/** Puts a changed grid in place of the table's rows, and the caret into the cell at a place of it. */
export const replaceGrid = (
  editor: GovEditor,
  selection: TableSelection,
  grid: Grid | null,
  row: number,
  column: number,
  say: Say,
): void => {
  if (!grid) {
    deleteTable(editor, selection);
    return;
  }
  const before = selection.table.children;
  const after = writeGrid(grid);
  if (!fits(after, grid)) {
    say('表格最多 64 列、2000 行。');
    return;
  }
  let same = 0;
  while (same < before.length && sameRow(before[same], after[same])) same += 1;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - same &&
    sameRow(before[before.length - 1 - tail], after[after.length - 1 - tail])
  )
    tail += 1;
  const { path } = selection;
  const inserted = after.slice(same, after.length - tail);
  for (let at = before.length - tail - 1; at >= same; at -= 1) Transforms.removeNodes(editor, { at: [...path, at] });
  if (inserted.length > 0) Transforms.insertNodes(editor, inserted, { at: [...path, same] });
  selectCell(editor, path, grid, Math.min(row, grid.headers.length - 1), Math.min(column, grid.width - 1));
};

/** The table goes; an empty paragraph takes its place, with the caret. */
const deleteTable = (editor: GovEditor, { table, path }: TableSelection): void => {
  Transforms.removeNodes(editor, { at: path });
  Transforms.insertNodes(editor, newBlock(paragraphShape, boxIdOf(table)), { at: path });
  Transforms.select(editor, Editor.start(editor, path));
};

/** Body cells of the caret's column that stand alone in it, above the caret; where there are none, below it. */
const addends = ({ grid, focus }: TableSelection): readonly GridCell[] => {
  const column = grid.cells.filter(
    (cell) => cell.column === focus.column && cell.columns === 1 && !grid.headers[cell.row] && cell !== focus,
  );
  const above = column.filter((cell) => cell.row < focus.row);
  const hasText = above.some(({ cell }) => leavesText(cell.children).trim() !== '');
  return (hasText ? above : column.filter((cell) => cell.row > focus.row)).sort((a, b) => a.row - b.row);
};

/** Writes the sum of the column into the caret's cell; a cell that is no number is named instead. */
const sumColumn = (editor: GovEditor, selection: TableSelection, say: Say): void => {
  const { grid, focus, path } = selection;
  const cells = addends(selection);
  const result = sumCells(cells.map(({ cell }) => leavesText(cell.children)));
  if (result.kind === 'nothing') {
    say('本列没有可以合计的数字。');
    return;
  }
  if (result.kind === 'notNumber') {
    const at = cells.find(({ cell }) => leavesText(cell.children).trim() === result.text);
    say(`没有合计：本列第 ${(at?.row ?? 0) + 1} 行“${result.text}”不是数字，或与其他各行的写法不同。`);
    return;
  }
  const cell = cellPath(path, grid, focus.row, focus.column);
  const range = Editor.range(editor, cell);
  Transforms.select(editor, range);
  if (leavesText(focus.cell.children) !== '') Transforms.delete(editor, { at: range });
  Transforms.insertText(editor, result.text, { at: Editor.start(editor, cell) });
  Transforms.select(editor, Editor.end(editor, cell));
};

/** Tab and Shift+Tab: the next or previous cell; behind the last one a new row. */
export const stepCell = (editor: GovEditor, by: 1 | -1, say: Say): void => {
  const selection = tableSelection(editor);
  if (!selection) return;
  const { table, path, grid, focus } = selection;
  const cells = table.children.flatMap((row, at) => row.children.map((_, cell): Path => [...path, at, cell]));
  const here = cellPath(path, grid, focus.row, focus.column);
  const target = cells[cells.findIndex((cell) => Path.equals(cell, here)) + by];
  if (target) Transforms.select(editor, Editor.end(editor, target));
  else if (by === 1) replaceGrid(editor, selection, insertRow(grid, grid.headers.length), grid.headers.length, 0, say);
};
