import type { Table, TableCell } from '../document/block';
import { leavesText } from '../document/plain-text';
import type { FlowCell, FlowParagraph, FlowRow, FlowTable } from './flow';
import { printable } from './printable';
import { textRuns } from './text-runs';
import { textWidth } from './text-width';

/** A stored cell on the complete grid. */
type Placed = Readonly<{ cell: TableCell | null; column: number; columns: number; rows: number }>;

/** Places the stored cells on a grid, spans cut where they would leave it or meet another cell. */
const place = (table: Table): { rows: (Placed | undefined)[][]; width: number } => {
  const rows: (Placed | undefined)[][] = table.children.map(() => []);
  table.children.forEach((row, at) => {
    const line = rows[at]!;
    let column = 0;
    for (const cell of row.children) {
      while (line[column]) column += 1;
      let columns = 1;
      while (columns < (cell.colSpan ?? 1) && !line[column + columns]) columns += 1;
      const placed = { cell, column, columns, rows: Math.min(cell.rowSpan ?? 1, rows.length - at) };
      for (let down = 0; down < placed.rows; down += 1)
        for (let across = 0; across < columns; across += 1) rows[at + down]![column + across] = placed;
      column += columns;
    }
  });
  return { rows, width: Math.max(...rows.map((row) => row.length)) };
};

const cellText = (cell: TableCell | null): string => (cell ? printable(leavesText(cell.children)) : '');

/** One character of 小四 and, for a whole column, its margins and rules and some room for digits, in twips. */
const character = 240;
const margins = 400;
/** The same where columns have no room to spare: LibreOffice parts digits from characters, as in 2026年12月. */
const leastMargins = 340;
/** Columns of at most this many characters do not wrap where the table has room. */
const longestWhole = 9;
/** What each of the other columns must be left with then. */
const roomy = 1200;

/** Widths in proportion, together exactly `width`. */
const stretch = (parts: readonly number[], width: number): number[] => {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const widths = parts.map((part) => Math.floor((part * width) / total));
  widths[widths.length - 1]! += width - widths.reduce((sum, part) => sum + part, 0);
  return widths;
};

/** A head may break before its unit: 总投资／（万元）. Words below the head count whole. */
const wanted = (text: string, header: boolean): number =>
  header ? Math.max(...text.split(/(?=（)/).map(textWidth)) : textWidth(text);

/** Column widths in twips, after the text in the columns, together exactly `width`. */
const columnWidths = (table: Table, { rows, width: count }: ReturnType<typeof place>, width: number): number[] => {
  const widest = (measure: (text: string, header: boolean) => number): number[] =>
    Array.from({ length: count }, (_, column) =>
      rows.reduce((most, row, at) => {
        const placed = row[column];
        if (placed?.columns !== 1) return most;
        return Math.max(most, measure(cellText(placed.cell), table.children[at]?.header === true));
      }, 2),
    );
  const roomily = widest(textWidth).map((characters) => characters * character + margins);
  if (roomily.reduce((sum, need) => sum + need, 0) <= width) return stretch(roomily, width);
  const needed = widest(wanted).map((characters) => characters * character + leastMargins);
  const together = needed.reduce((sum, need) => sum + need, 0);
  if (together <= width) return stretch(needed, width);
  // Short columns keep their text on one line, the shortest first, while they leave room for the long ones.
  const whole = new Set<number>();
  let wholeWidth = 0;
  for (const [at, need] of [...needed.entries()].sort((a, b) => a[1] - b[1])) {
    const left = width - wholeWidth - need;
    if (need > longestWhole * character + leastMargins || left < width * 0.4 || left < roomy * (count - whole.size - 1))
      break;
    whole.add(at);
    wholeWidth += need;
  }
  // The long ones share the rest by the square root of their length: it evens out the heights of the rows.
  const shared = stretch(
    needed.flatMap((need, at) => (whole.has(at) ? [] : [400 + 40 * Math.sqrt(Math.min(need, 60 * character))])),
    width - wholeWidth,
  );
  return needed.map((need, at) => (whole.has(at) ? need : shared.shift()!));
};

/** Longest text, in characters, that is centred in its cell: numbers, units, names; sentences stand left. */
const longestCentred = 8;
/** Rows of more characters than this may break across pages: kept whole they would leave half a page empty. */
const longestWholeRow = 300;

/** Cells of a column that stand below the head and in no other column. */
const cellsOf = (table: Table, rows: readonly (readonly (Placed | undefined)[])[], column: number): TableCell[] => {
  const cells = rows.flatMap((row, at) => {
    const placed = row[column];
    return table.children[at]?.header || placed?.columns !== 1 || !placed.cell ? [] : [placed.cell];
  });
  return [...new Set(cells)];
};

/**
 * One alignment for a whole column: as the person has said for most of its cells; else short words and numbers are
 * centred, and all stand left where one is a sentence.
 */
const columnAlignment = (cells: readonly TableCell[]): Pick<FlowParagraph, 'align'> => {
  const numbers = cells.filter(({ kind }) => kind === 'number').length;
  const texts = cells.filter(({ kind }) => kind !== undefined).length - numbers;
  if (numbers + texts > cells.length / 2) return { align: numbers >= texts ? 'right' : 'left' };
  return cells.every((cell) => textWidth(cellText(cell)) <= longestCentred) ? { align: 'center' } : {};
};

/** A table over the full width, its head rows repeated, spans as a complete grid (practice; §8 of the standard). */
export const layOutTable = (table: Table, width: number): FlowTable => {
  const grid = place(table);
  const alignments = Array.from({ length: grid.width }, (_, column) =>
    columnAlignment(cellsOf(table, grid.rows, column)),
  );
  /** A cell over several columns has its own: a short one is the head of those below. */
  const alignment = (placed: Placed | undefined, column: number): Pick<FlowParagraph, 'align'> =>
    placed && placed.columns > 1 ? columnAlignment(placed.cell ? [placed.cell] : []) : (alignments[column] ?? {});
  const paragraphs = (
    placed: Placed | undefined,
    header: boolean,
    anchor: boolean,
    column: number,
  ): FlowParagraph[] => [
    {
      kind: 'paragraph',
      style: header ? 'GwTableHead' : 'GwTableCell',
      runs: placed?.cell ? textRuns(placed.cell.children) : [],
      ...(anchor && { anchor: table.id }),
      ...(header ? {} : alignment(placed, column)),
    },
  ];
  const rows = grid.rows.map((row, at): FlowRow => {
    const header = table.children[at]?.header === true;
    const cells: FlowCell[] = [];
    let longest = 0;
    for (let column = 0; column < grid.width; ) {
      const placed = row[column];
      const starts = placed === undefined || grid.rows[at - 1]?.[column] !== placed;
      const columns = placed?.columns ?? 1;
      if (starts) longest = Math.max(longest, cellText(placed?.cell ?? null).length);
      cells.push({
        paragraphs: paragraphs(starts ? placed : undefined, header, at === 0 && column === 0, column),
        columns,
        ...(placed && placed.rows > 1 && { vertical: starts ? 'starts' : 'continued' }),
      });
      column += columns;
    }
    return { header, mayBreak: longest > longestWholeRow, cells };
  });
  // Head rows repeat only from the first row on (ISO/IEC 29500-1, 17.4.78).
  const head = rows.findIndex((row) => !row.header);
  return {
    kind: 'table',
    columns: columnWidths(table, grid, width),
    rows: rows.map((row, at) => (row.header && head >= 0 && at > head ? { ...row, header: false } : row)),
  };
};
