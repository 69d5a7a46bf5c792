import type { TableCell, TableRow } from '../../../shared/document/block';

/** A cell with the rectangle it covers, in rows and columns of the complete grid. */
export type GridCell = Readonly<{ cell: TableCell; row: number; column: number; rows: number; columns: number }>;

/** A table as a complete grid: every place is covered by exactly one cell. */
export type Grid = Readonly<{
  width: number;
  /** Of each row, whether it is a head row. */
  headers: readonly boolean[];
  cells: readonly GridCell[];
}>;

/** Rows and columns from … up to, the ends excluded. */
export type Rect = Readonly<{ top: number; left: number; bottom: number; right: number }>;

export const emptyCell = (kind?: TableCell['kind']): TableCell => ({
  type: 'cell',
  ...(kind && { kind }),
  children: [{ text: '' }],
});

/** Reads stored rows; spans are cut where they would leave the grid, places nothing covers get an empty cell. */
export const readGrid = (rows: readonly TableRow[]): Grid => {
  const taken: true[][] = rows.map(() => []);
  const cells: GridCell[] = [];
  const put = (cell: TableCell, row: number, column: number, height: number, columns: number): void => {
    cells.push({ cell, row, column, rows: height, columns });
    for (let down = 0; down < height; down += 1)
      for (let across = 0; across < columns; across += 1) taken[row + down]![column + across] = true;
  };
  rows.forEach(({ children }, row) => {
    let column = 0;
    for (const cell of children) {
      while (taken[row]![column]) column += 1;
      let columns = 1;
      while (columns < (cell.colSpan ?? 1) && !taken[row]![column + columns]) columns += 1;
      put(cell, row, column, Math.min(cell.rowSpan ?? 1, rows.length - row), columns);
      column += columns;
    }
  });
  const width = Math.max(...taken.map((row) => row.length));
  taken.forEach((line, row) => {
    for (let column = 0; column < width; column += 1) if (!line[column]) put(emptyCell(), row, column, 1, 1);
  });
  return { width, headers: rows.map(({ header }) => header === true), cells };
};

const inReadingOrder = (a: GridCell, b: GridCell): number => a.row - b.row || a.column - b.column;

/** Cells that begin in a row, from left to right: what is stored of it. */
export const cellsOfRow = ({ cells }: Grid, row: number): GridCell[] =>
  cells.filter((cell) => cell.row === row).sort(inReadingOrder);

const writeCell = ({ cell, rows, columns }: GridCell): TableCell => {
  if ((cell.rowSpan ?? 1) === rows && (cell.colSpan ?? 1) === columns) return cell;
  const { colSpan: _colSpan, rowSpan: _rowSpan, ...rest } = cell;
  return { ...rest, ...(columns > 1 && { colSpan: columns }), ...(rows > 1 && { rowSpan: rows }) };
};

/** The rows to store; a cell whose spans have not changed stays the same object. */
export const writeGrid = (grid: Grid): TableRow[] => {
  const lines: GridCell[][] = grid.headers.map(() => []);
  for (const cell of [...grid.cells].sort(inReadingOrder)) lines[cell.row]!.push(cell);
  return lines.map((cells, row) => ({
    type: 'row',
    ...(grid.headers[row] && { header: true as const }),
    children: cells.map(writeCell),
  }));
};

/** The cell that covers a place; undefined outside the grid. */
export const cellAt = ({ cells }: Grid, row: number, column: number): GridCell | undefined =>
  cells.find(
    (cell) =>
      cell.row <= row && row < cell.row + cell.rows && cell.column <= column && column < cell.column + cell.columns,
  );

const touches = (cell: GridCell, { top, left, bottom, right }: Rect): boolean =>
  cell.row < bottom && cell.row + cell.rows > top && cell.column < right && cell.column + cell.columns > left;

export const cellsIn = ({ cells }: Grid, rect: Rect): GridCell[] =>
  cells.filter((cell) => touches(cell, rect)).sort(inReadingOrder);

export const rectOfCell = ({ row, column, rows, columns }: GridCell): Rect => ({
  top: row,
  left: column,
  bottom: row + rows,
  right: column + columns,
});

/** The smallest rectangle around cells that cuts no cell. */
export const rectAround = (grid: Grid, cells: readonly GridCell[]): Rect => {
  const rects = cells.map(rectOfCell);
  const rect = {
    top: Math.min(...rects.map(({ top }) => top)),
    left: Math.min(...rects.map(({ left }) => left)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
    right: Math.max(...rects.map(({ right }) => right)),
  };
  const inside = cellsIn(grid, rect);
  return inside.length === cells.length ? rect : rectAround(grid, inside);
};
