import type { FlowCell, FlowParagraph, FlowRow, FlowTable } from '../flow';
import { cellMargin, frames } from '../frames';
import { type SetLine, setParagraph } from './set-paragraph';
import type { Setting } from './setting';
import type { Stretch, Strip, StripLine } from './strip';

/** A cell with its lines set, and where it stands. */
type SetCell = Readonly<{
  cell: FlowCell;
  column: number;
  left: number;
  right: number;
  lines: readonly SetLine[];
  height: number;
}>;

const heightOf = (lines: readonly SetLine[]): number => lines.reduce((sum, line) => sum + line.height, 0);

const setCells = (
  row: FlowRow,
  edges: readonly number[],
  margin: number,
  setting: Setting,
  block?: string,
): SetCell[] => {
  let column = 0;
  return row.cells.map((cell): SetCell => {
    const [left, right] = [edges[column]!, edges[column + cell.columns]!];
    const lines = cell.paragraphs.flatMap((paragraph) =>
      setParagraph(paragraph, setting, right - left - 2 * margin, block),
    );
    const set = { cell, column, left, right, lines, height: heightOf(lines) };
    column += cell.columns;
    return set;
  });
};

/** Rows a cell covers: its own and those below in which it goes on. */
const rowsCovered = (rows: readonly (readonly SetCell[])[], at: number, column: number): number => {
  let end = at + 1;
  while (rows[end]?.some((cell) => cell.column === column && cell.cell.vertical === 'continued')) end += 1;
  return end - at;
};

const isEmpty = (paragraphs: readonly FlowParagraph[]): boolean =>
  paragraphs.every((paragraph) => paragraph.runs.length === 0);

/** Row heights: the highest cell of each; a cell over several rows makes the last of them higher where it must. */
const rowHeights = (rows: readonly (readonly SetCell[])[], framed: boolean): number[] => {
  const rule = framed ? frames.rule : 0;
  const heights = rows.map((cells) =>
    cells.reduce(
      (most, { cell, height }) => (cell.vertical === undefined ? Math.max(most, height + rule) : most),
      framed ? frames.rowHeight : 0,
    ),
  );
  rows.forEach((cells, at) => {
    for (const { cell, column, height } of cells) {
      if (cell.vertical !== 'starts') continue;
      const count = rowsCovered(rows, at, column);
      const covered = heights.slice(at, at + count).reduce((sum, each) => sum + each, 0);
      if (height + frames.rule > covered) heights[at + count - 1]! += height + frames.rule - covered;
    }
  });
  return heights;
};

/**
 * The lines of every row, centred in their cells. Those of a cell over several rows belong to the row they stand in,
 * so that they go with it to the next page.
 */
const placeLines = (
  rows: readonly (readonly SetCell[])[],
  heights: readonly number[],
  margin: number,
): readonly (readonly StripLine[])[] => {
  const placed: StripLine[][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    for (const { cell, column, lines, left, height } of cells) {
      if (cell.vertical === 'continued') continue;
      const end = at + (cell.vertical === 'starts' ? rowsCovered(rows, at, column) : 1);
      const room = heights.slice(at, end).reduce((sum, each) => sum + each, 0);
      let top = frames.rule + (room - frames.rule - height) / 2;
      let row = at;
      for (const line of lines) {
        while (row + 1 < end && top >= heights[row]!) {
          top -= heights[row]!;
          row += 1;
        }
        placed[row]!.push({ line, x: left + margin, top });
        top += line.height;
      }
    }
  });
  return placed;
};

/** A row that may break: one strip for every line of its highest cell. */
const brokenRow = (
  cells: readonly SetCell[],
  margin: number,
  height: number,
): { height: number; lines: StripLine[] }[] => {
  const most = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const strips = Array.from({ length: most }, (_, at) => {
    const lines = cells.flatMap(({ lines: own, left }) =>
      own[at] ? [{ line: own[at], x: left + margin, top: at === 0 ? frames.rule : 0 }] : [],
    );
    const tallest = Math.max(0, ...lines.map(({ line }) => line.height));
    return { height: tallest + (at === 0 ? frames.rule : 0), lines };
  });
  const used = strips.reduce((sum, strip) => sum + strip.height, 0);
  strips[strips.length - 1]!.height += Math.max(0, height - used);
  return strips;
};

/**
 * The rows of a table as strips, `x` twips from the left of the type area: heights from the cells' lines, head rows
 * to be repeated, rows kept whole unless they may break, cells over several rows.
 */
export const tableStrips = (table: FlowTable, x: number, setting: Setting): Strip[] => {
  const framed = table.frame !== 'none';
  const margin = cellMargin(table);
  const edges = [x];
  for (const width of table.columns) edges.push(edges.at(-1)! + width);
  const block = table.rows[0]?.cells[0]?.paragraphs[0]?.anchor;
  const rows = table.rows.map((row) => setCells(row, edges, margin, setting, block));
  const heights = rowHeights(rows, framed);
  const placed = placeLines(rows, heights, margin);
  const head: Strip[] = [];
  const across: Stretch = [edges[0]!, edges.at(-1)!];
  return table.rows.flatMap((row, at): Strip[] => {
    const cells = rows[at]!;
    const height = heights[at]!;
    const uprights = [...cells.map((cell) => cell.left), edges.at(-1)!];
    const above = cells.flatMap(({ cell, left, right }): Stretch[] =>
      cell.vertical === 'continued' ? [] : [[left, right]],
    );
    const last = at === table.rows.length - 1;
    const frame = { uprights, above, aboveOnTop: [across], below: [across], ends: last };
    const repeated = row.header || head.length === 0 ? undefined : [...head];
    // Word keeps a row with the next when its first paragraph is to be kept (head cells are).
    const first = cells[0]?.cell.paragraphs[0];
    const keepNext =
      !last &&
      first !== undefined &&
      (first.keepNext ?? (!isEmpty([first]) && setting.styles[first.style].keepNext)) === true;
    const broken = row.mayBreak && cells.every(({ cell }) => cell.vertical === undefined);
    if (broken) {
      const strips = brokenRow(cells, margin, height);
      return strips.map((strip, line) => ({
        ...strip,
        frame: {
          ...frame,
          above: line === 0 ? above : [],
          ends: last && line === strips.length - 1,
        },
        keepNext: false,
        breakBefore: false,
        ...(repeated && { head: repeated }),
      }));
    }
    const lines = [...placed[at]!];
    const strip: Strip = {
      height,
      lines,
      ...(framed && { frame }),
      keepNext,
      breakBefore: false,
      ...(repeated && { head: repeated }),
    };
    if (row.header) head.push(strip);
    return [strip];
  });
};
