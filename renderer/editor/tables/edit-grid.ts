import type { TableCell } from '../../../shared/document/block';
import { leavesText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import { cellAt, cellsIn, emptyCell, type Grid, type GridCell, type Rect } from './table-grid';

/** Pure changes of a grid. Each leaves every place covered by exactly one cell, and no row without a cell. */

const axes = {
  row: { start: 'row', size: 'rows' },
  column: { start: 'column', size: 'columns' },
} as const;
type Axis = keyof typeof axes;

/** Opens an empty line before line `at` of an axis; cells over that edge grow across it. */
const openLine = (cells: readonly GridCell[], axis: Axis, at: number): GridCell[] => {
  const { start, size } = axes[axis];
  return cells.map((cell) => {
    if (cell[start] >= at) return { ...cell, [start]: cell[start] + 1 };
    return cell[start] + cell[size] > at ? { ...cell, [size]: cell[size] + 1 } : cell;
  });
};

/** Closes lines from … up to; a cell that reaches beyond them shrinks and keeps its text. */
const closeLines = (cells: readonly GridCell[], axis: Axis, from: number, to: number): GridCell[] => {
  const { start, size } = axes[axis];
  return cells.flatMap((cell) => {
    const first = cell[start];
    const end = first + cell[size];
    const lost = Math.max(0, Math.min(end, to) - Math.max(first, from));
    if (lost === cell[size]) return [];
    return [{ ...cell, [start]: first >= to ? first - (to - from) : Math.min(first, from), [size]: cell[size] - lost }];
  });
};

/** Fills the places of one line that no cell reaches. */
const fillRow = (
  cells: GridCell[],
  width: number,
  row: number,
  kindAt: (column: number) => TableCell['kind'],
): void => {
  const here = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rows);
  for (let column = 0; column < width; column += 1)
    if (!here.some((cell) => cell.column <= column && column < cell.column + cell.columns))
      cells.push({ cell: emptyCell(kindAt(column)), row, column, rows: 1, columns: 1 });
};

/** A row before row `at`: a head row when that is one; its cells have the kinds of the body row beside it. */
export const insertRow = (grid: Grid, at: number): Grid => {
  const header = grid.headers[at] === true;
  const model = at > 0 && !grid.headers[at - 1] ? at - 1 : at;
  const cells = openLine(grid.cells, 'row', at);
  fillRow(cells, grid.width, at, (column) =>
    header || grid.headers[model] ? undefined : cellAt(grid, model, column)?.cell.kind,
  );
  return { ...grid, headers: grid.headers.toSpliced(at, 0, header), cells };
};

export const insertColumn = (grid: Grid, at: number): Grid => {
  const cells = openLine(grid.cells, 'column', at);
  const here = cells.filter((cell) => cell.column <= at && at < cell.column + cell.columns);
  for (let row = 0; row < grid.headers.length; row += 1)
    if (!here.some((cell) => cell.row <= row && row < cell.row + cell.rows))
      cells.push({ cell: emptyCell(), row, column: at, rows: 1, columns: 1 });
  return { ...grid, width: grid.width + 1, cells };
};

/** Takes out rows in which no cell begins any more: a stored row has a cell. */
const withoutHollowRows = (grid: Grid): Grid => {
  const row = grid.headers.findIndex((_, at) => !grid.cells.some((cell) => cell.row === at));
  if (row < 0) return grid;
  const headers = grid.headers.toSpliced(row, 1);
  return withoutHollowRows({ ...grid, headers, cells: closeLines(grid.cells, 'row', row, row + 1) });
};

/** Null when no row is left. */
export const deleteRows = (grid: Grid, from: number, to: number): Grid | null => {
  const headers = grid.headers.toSpliced(from, to - from);
  if (headers.length === 0) return null;
  return withoutHollowRows({ ...grid, headers, cells: closeLines(grid.cells, 'row', from, to) });
};

/** Null when no column is left. */
export const deleteColumns = (grid: Grid, from: number, to: number): Grid | null => {
  const width = grid.width - (to - from);
  if (width === 0) return null;
  return withoutHollowRows({ ...grid, width, cells: closeLines(grid.cells, 'column', from, to) });
};

/** One cell in place of all in the rectangle, their texts one after the other with a space between. */
export const mergeCells = (grid: Grid, rect: Rect): Grid => {
  const inside = cellsIn(grid, rect);
  const [first] = inside;
  if (!first || inside.length < 2) return grid;
  const children = inside
    .filter(({ cell }) => leavesText(cell.children) !== '')
    .flatMap(({ cell }, at): TextLeaf[] => (at > 0 ? [{ text: ' ' }, ...cell.children] : cell.children));
  const cell: TableCell = { ...first.cell, children: children.length > 0 ? children : [{ text: '' }] };
  const { top: row, left: column } = rect;
  const merged = { cell, row, column, rows: rect.bottom - row, columns: rect.right - column };
  return withoutHollowRows({ ...grid, cells: [...grid.cells.filter((one) => !inside.includes(one)), merged] });
};

/** A merged cell becomes single ones, the first keeps the text; a single one becomes two side by side. */
export const splitCell = (grid: Grid, target: GridCell): Grid => {
  if (target.rows === 1 && target.columns === 1) {
    const at = target.column + 1;
    const cells = openLine(grid.cells, 'column', at).map((cell) => {
      const meets = cell.column + cell.columns === at && cell.row !== target.row;
      return meets ? { ...cell, columns: cell.columns + 1 } : cell;
    });
    cells.push({ cell: emptyCell(target.cell.kind), row: target.row, column: at, rows: 1, columns: 1 });
    return { ...grid, width: grid.width + 1, cells };
  }
  const cells = grid.cells.filter((cell) => cell !== target);
  for (let row = target.row; row < target.row + target.rows; row += 1)
    for (let column = target.column; column < target.column + target.columns; column += 1) {
      const first = row === target.row && column === target.column;
      cells.push({ cell: first ? target.cell : emptyCell(target.cell.kind), row, column, rows: 1, columns: 1 });
    }
  return { ...grid, cells };
};

/** Head rows stand at the top: makes all down to `row` head rows, or, when it is one, it and all below not. */
export const toggleHeader = (grid: Grid, row: number): Grid => {
  const last = grid.headers[row] ? row - 1 : row;
  return { ...grid, headers: grid.headers.map((_, at) => at <= last) };
};

/** Gives the body cells of columns a kind, or takes it away. */
export const setKind = (grid: Grid, { left, right }: Rect, kind: TableCell['kind']): Grid => ({
  ...grid,
  cells: grid.cells.map((one) => {
    if (grid.headers[one.row] || one.column < left || one.column >= right || one.cell.kind === kind) return one;
    const { kind: _kind, ...cell } = one.cell;
    return { ...one, cell: { ...cell, ...(kind && { kind }) } };
  }),
});
