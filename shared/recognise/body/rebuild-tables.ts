import { readNumber } from '../lines/number-pattern';
import type { BodyParagraph } from './read-paragraphs';

/** Lines from `from` to before `to` of a flattened run; `table` null: they stay lines. */
export type TablePiece = Readonly<{ from: number; to: number; table: CellTable | null }>;
/** Rows of a rebuilt table: each cell names its line, null is a cell that the source left out. */
export type CellTable = Readonly<{
  rows: readonly (readonly RebuiltCell[])[];
  headRows: number;
  uneven: readonly number[];
}>;
type RebuiltCell = Readonly<{ at: number | null; colSpan?: number; rowSpan?: number }>;

const mostColumns = 16;

const serialOf = (paragraph: BodyParagraph | undefined): number | null => {
  const match = paragraph ? /^(\d{1,4})[.、]?$/.exec(paragraph.stretch.folded) : null;
  return match ? Number(match[1]) : null;
};

const isSerialName = (folded: string): boolean => /^(?:序 ?号|编 ?号|项 ?次)$/.test(folded);

/** A row that heads the ones below it: 一、数据类（7项）. */
const isGroupRow = (folded: string): boolean => readNumber(folded) !== null && !/^\d/.test(folded);

/** Serial numbers 1, 2, 3 … from `start`: each next one where the rows so far say, else the nearest. */
const followSerials = (lines: readonly BodyParagraph[], start: number, columns: number): number[] => {
  const serials = [start];
  for (let at = start; ; ) {
    const next = serials.length + 1;
    let found = -1;
    if (serialOf(lines[at + columns]) === next) found = at + columns;
    for (let gap = 2; found < 0 && gap <= columns + 4; gap += 1)
      if (serialOf(lines[at + gap]) === next && (gap > columns || serialOf(lines[at + gap + columns]) === next + 1))
        found = at + gap;
    if (found < 0) return serials;
    serials.push(found);
    at = found;
  }
};

/** The number of columns that most rows from `start` agree on; null when no three rows do. */
const countColumns = (lines: readonly BodyParagraph[], start: number): number | null => {
  let best: { columns: number; rows: number } | null = null;
  for (let columns = 2; columns <= mostColumns; columns += 1) {
    const serials = followSerials(lines, start, columns);
    const rows = serials.filter((at, index) => index > 0 && at - serials[index - 1]! === columns).length;
    if (rows >= 2 && rows >= (serials.length - 1) * 0.6 && (best === null || rows > best.rows))
      best = { columns, rows };
  }
  return best?.columns ?? null;
};

type Row = { serial: number; cells: number[]; groups: number[] };

/**
 * Rows by their serial numbers: what stands beyond the columns of one row heads the next. null where too much does,
 * or where it does not look like a head: then a cell was broken over lines, and which one nobody can say.
 */
const splitRows = (lines: readonly BodyParagraph[], serials: readonly number[], columns: number): Row[] | null => {
  const rows: Row[] = [];
  let groups: number[] = [];
  for (const [index, serial] of serials.entries()) {
    const next = serials[index + 1] ?? Math.min(serial + columns, lines.length);
    const all = Array.from({ length: next - serial }, (_, offset) => serial + offset);
    rows.push({ serial, cells: all.slice(0, columns), groups });
    groups = all.slice(columns);
    if (groups.length > 2) return null;
  }
  const grouped = rows.filter((row) => row.groups.length > 0);
  const heads = grouped.flatMap((row) => row.groups).map((at) => lines[at]!.stretch.folded);
  const short = rows.filter((row) => row.cells.length < columns).length;
  if (grouped.length > Math.max(1, rows.length / 3) || short > Math.max(1, rows.length / 5)) return null;
  return heads.every((folded) => isGroupRow(folded) || (folded.length > 12 && grouped.length <= 5)) ? rows : null;
};

/** A cell of each line, and empty ones before the last where the source left some out. */
const padded = (at: readonly number[], columns: number): RebuiltCell[] => {
  const cells: RebuiltCell[] = at.map((line) => ({ at: line }));
  while (cells.length < columns) cells.splice(Math.max(1, cells.length - 1), 0, { at: null });
  return cells;
};

/** `empty`: columns at the right that no row fills. */
type Head = Readonly<{ from: number; rows: RebuiltCell[][]; left: number; empty: 0 | 1 }>;

/**
 * The head above the first row (lines `from` to before `to`). Where 序号 is not its first cell, the cells before it
 * are columns to the left of the rows, in which groups stand; when there are more of them than groups fill, the last
 * one spans the columns from 序号 on, and the head has two rows.
 */
const readHead = (
  lines: readonly BodyParagraph[],
  from: number,
  to: number,
  columns: number,
  groups: number,
): Head | null => {
  let serial = to - 1;
  while (serial >= from && !isSerialName(lines[serial]!.stretch.folded)) serial -= 1;
  if (serial < from) return { from: to, rows: [], left: 0, empty: 0 };
  const empty = to - serial === columns + 1 && /^备 ?注$/.test(lines[to - 1]!.stretch.folded) ? 1 : 0;
  if (to - serial > columns + empty) return null;
  const line = (first: number, end: number): number[] => Array.from({ length: end - first }, (_, at) => first + at);
  const below = padded(line(serial, to), columns + empty);
  const before = line(from, serial);
  const isHead = groups > 0 && before.length <= 4 && before.every((at) => lines[at]!.stretch.folded.length <= 20);
  if (!isHead || before.length < groups) return { from: serial, rows: [below], left: 0, empty };
  const left = before.slice(0, before.length === groups ? groups : -1);
  if (left.length === before.length) return { from, rows: [[...padded(left, groups), ...below]], left: groups, empty };
  const tall = left.map((at): RebuiltCell => ({ at, rowSpan: 2 }));
  const wide = { at: before.at(-1)!, colSpan: columns + empty };
  return { from, rows: [[...tall, wide], below], left: left.length, empty };
};

/** Places the rows; groups in columns to the left span their rows, without such columns they are rows themselves. */
const placeRows = (
  rows: readonly Row[],
  columns: number,
  { left, empty }: Head,
): Pick<CellTable, 'rows' | 'uneven'> => {
  const placed: RebuiltCell[][] = [];
  const uneven: number[] = [];
  rows.forEach((row, index) => {
    if (row.cells.length < columns) uneven.push(row.serial);
    const cells = padded(row.cells, columns);
    if (empty) cells.push({ at: null });
    if (left === 0) for (const at of row.groups) placed.push([{ at, colSpan: columns + empty }]);
    else if (index === 0 || row.groups.length > 0) {
      const next = rows.findIndex((other, at) => at > index && other.groups.length > 0);
      const tall = (next < 0 ? rows.length : next) - index;
      for (let column = 0; column < left; column += 1)
        cells.splice(column, 0, {
          at: row.groups[column - left + row.groups.length] ?? null,
          ...(tall > 1 && { rowSpan: tall }),
        });
    }
    placed.push(cells);
  });
  return { rows: placed, uneven };
};

/** The table whose first serial number is at `start`; `from` is the first line that can belong to its head. */
const readTable = (lines: readonly BodyParagraph[], from: number, start: number): TablePiece | null => {
  const columns = countColumns(lines, start);
  if (columns === null) return null;
  const serials = followSerials(lines, start, columns);
  const rows = splitRows(lines, serials, columns);
  // More rows than a table may have.
  if (!rows || rows.length > 1900) return null;
  // What heads the first rows stands between the head and the first of them.
  const above = start > from ? lines[start - 1]!.stretch.folded : '';
  const grouped = rows.some((row) => row.groups.length > 0);
  if (isGroupRow(above) || (grouped && above.length > 12)) rows[0]!.groups = [start - 1];
  const most = rows.reduce((count, row) => Math.max(count, row.groups.length), 0);
  const head = readHead(lines, from, start - rows[0]!.groups.length, columns, most);
  if (!head) return null;
  const placed = placeRows(rows, columns, head);
  return {
    from: head.from,
    to: Math.min(serials.at(-1)! + columns, lines.length),
    table: { rows: [...head.rows, ...placed.rows], headRows: head.rows.length, uneven: placed.uneven },
  };
};

/**
 * Rebuilds the tables of a run of lines that hold one cell each, where rows begin with serial numbers: the distance
 * from one to the next says how many columns there are, what stands beyond them heads the rows below. Everything else
 * stays lines.
 */
export const rebuildTables = (lines: readonly BodyParagraph[]): TablePiece[] => {
  const pieces: TablePiece[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    if (serialOf(lines[at]) !== 1) continue;
    const piece = readTable(lines, from, at);
    if (!piece) continue;
    if (piece.from > from) pieces.push({ from, to: piece.from, table: null });
    pieces.push(piece);
    from = piece.to;
    at = from - 1;
  }
  if (from < lines.length) pieces.push({ from, to: lines.length, table: null });
  return pieces;
};
