import type { Table } from '../../../document/block';
import { leavesText } from '../../../document/plain-text';
import { fold } from '../../../recognise/lines/fold';

/** A cell with its column in the grid and its offset in the table's text. */
export type GridCell = Readonly<{ text: string; value: number | null; column: number; start: number; end: number }>;

const numeric = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$|^[+-]?\d+(?:\.\d+)?%?$/;

/** Rows of a table; null where a cell spans rows, since columns are then no longer where they seem. */
export const readGrid = (table: Table): GridCell[][] | null => {
  if (table.children.slice(1).some((row) => row.children.some(({ rowSpan }) => rowSpan !== undefined))) return null;
  let offset = 0;
  return table.children.map((row) => {
    let column = 0;
    const cells = row.children.map((cell) => {
      const raw = leavesText(cell.children);
      const text = fold(raw).replace(/，/g, ',').trim();
      const read = {
        text,
        value: numeric.test(text) ? Number(text.replace(/[,%]/g, '')) : null,
        column,
        start: offset,
        end: offset + raw.length,
      };
      column += cell.colSpan ?? 1;
      offset += raw.length + 1;
      return read;
    });
    return cells;
  });
};

/** Decimal places a number is written with. */
export const decimals = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
