import { describe, expect, it } from 'vitest';
import {
  deleteColumns,
  deleteRows,
  insertColumn,
  insertRow,
  mergeCells,
  splitCell,
  toggleHeader,
} from '../../../renderer/editor/tables/edit-grid';
import { sumCells } from '../../../renderer/editor/tables/sum-cells';
import { cellAt, type Grid, readGrid, rectAround, writeGrid } from '../../../renderer/editor/tables/table-grid';
import type { TableCell, TableRow } from '../../../shared/document/block';
import { leavesText } from '../../../shared/document/plain-text';

/** Rows as text: cells by a space, `2x3` behind a colon for columns and rows of a span; `#` before a head row. */
const table = (...lines: string[]): Grid =>
  readGrid(
    lines.map(
      (line): TableRow => ({
        type: 'row',
        ...(line.startsWith('#') && { header: true as const }),
        children: line
          .replace('#', '')
          .split(' ')
          .map((word): TableCell => {
            const [text = '', span = '1x1'] = word.split(':');
            const [columns = 1, rows = 1] = span.split('x').map(Number);
            return {
              type: 'cell',
              ...(columns > 1 && { colSpan: columns }),
              ...(rows > 1 && { rowSpan: rows }),
              children: [{ text: text.replace('_', '') }],
            };
          }),
      }),
    ),
  );

const show = (grid: Grid | null): string[] =>
  writeGrid(grid!).map(
    ({ header, children }) =>
      (header ? '#' : '') +
      children
        .map((cell) => {
          const { colSpan = 1, rowSpan = 1 } = cell;
          return (leavesText(cell.children) || '_') + (colSpan * rowSpan > 1 ? `:${colSpan}x${rowSpan}` : '');
        })
        .join(' '),
  );

describe('a table as a grid', () => {
  it('is read and written without a change', () => {
    const lines = ['#甲:2x1 乙', '丙:1x2 丁 戊', '己 庚'];
    expect(show(table(...lines))).toEqual(lines);
  });

  it('gets empty cells where rows are too short', () => {
    expect(show(table('甲 乙 丙', '丁'))).toEqual(['甲 乙 丙', '丁 _ _']);
  });

  it('cuts spans that reach below its last row', () => {
    expect(show(table('甲:1x5 乙', '丙'))).toEqual(['甲:1x2 乙', '丙']);
  });

  it('gets a row through the middle of a span, which grows', () => {
    expect(show(insertRow(table('甲:1x2 乙', '丙'), 1))).toEqual(['甲:1x3 乙', '_', '丙']);
  });

  it('gets a row behind a span, which stays', () => {
    expect(show(insertRow(table('甲:1x2 乙', '丙'), 2))).toEqual(['甲:1x2 乙', '丙', '_ _']);
  });

  it('gets a head row before a head row and a body row behind the last one', () => {
    expect(show(insertRow(table('#甲', '乙'), 0))).toEqual(['#_', '#甲', '乙']);
    expect(show(insertRow(table('#甲', '乙'), 1))).toEqual(['#甲', '_', '乙']);
  });

  it('gets a column through the middle of a span, which grows', () => {
    expect(show(insertColumn(table('甲:2x1', '乙 丙'), 1))).toEqual(['甲:3x1', '乙 _ 丙']);
  });

  it('keeps the text of a cell whose first row is deleted', () => {
    expect(show(deleteRows(table('甲:1x2 乙', '丙', '丁 戊'), 0, 1))).toEqual(['甲 丙', '丁 戊']);
  });

  it('keeps the text of a cell whose first column is deleted', () => {
    expect(show(deleteColumns(table('甲:2x1 乙', '丙 丁 戊'), 0, 1))).toEqual(['甲 乙', '丁 戊']);
  });

  it('is gone when its last row or column is deleted', () => {
    expect(deleteRows(table('甲 乙'), 0, 1)).toBeNull();
    expect(deleteColumns(table('甲', '乙'), 0, 1)).toBeNull();
  });

  it('merges a rectangle, with the texts one after the other', () => {
    const merged = mergeCells(table('甲 乙 丙', '丁 _ 己'), { top: 0, left: 0, bottom: 2, right: 2 });
    expect(show(merged)).toEqual(['甲 乙 丁:2x2 丙', '己']);
  });

  it('has no row left that only spans pass through', () => {
    expect(show(mergeCells(table('甲 乙', '丙 丁', '戊 己'), { top: 0, left: 0, bottom: 2, right: 2 }))).toEqual([
      '甲 乙 丙 丁:2x1',
      '戊 己',
    ]);
  });

  it('splits a merged cell into single ones, and a single one into two', () => {
    const grid = table('甲:2x2 乙', '丙');
    expect(show(splitCell(grid, cellAt(grid, 0, 0)!))).toEqual(['甲 _ 乙', '_ _ 丙']);
    const plain = table('甲 乙', '丙 丁');
    expect(show(splitCell(plain, cellAt(plain, 0, 0)!))).toEqual(['甲 _ 乙', '丙:2x1 丁']);
  });

  it('widens a selection until it cuts no merged cell', () => {
    const grid = table('甲 乙:2x1', '丙 丁 戊');
    expect(rectAround(grid, [cellAt(grid, 0, 0)!, cellAt(grid, 1, 1)!])).toEqual({
      top: 0,
      left: 0,
      bottom: 2,
      right: 3,
    });
  });

  it('has its head rows at the top', () => {
    expect(show(toggleHeader(table('甲', '乙', '丙'), 1))).toEqual(['#甲', '#乙', '丙']);
    expect(show(toggleHeader(table('#甲', '#乙', '丙'), 1))).toEqual(['#甲', '乙', '丙']);
  });
});

describe('a sum', () => {
  const sum = (...texts: string[]) => {
    const result = sumCells(texts);
    return result.kind === 'nothing' ? null : `${result.kind} ${result.text}`;
  };
  it('is exact and written as the numbers are', () => {
    expect(sum('0.1', '0.2')).toBe('sum 0.3');
    expect(sum('1,200', '850.50')).toBe('sum 2,050.50');
    expect(sum('－3', '１')).toBe('sum -2');
    expect(sum('99999999999999999999', '1')).toBe('sum 100000000000000000000');
    expect(sum('62.5%', '37.5％')).toBe('sum 100.0%');
  });
  it('leaves out cells without a figure', () => expect(sum('3', '—', '', '4')).toBe('sum 7'));
  it('names what is not a number', () => {
    expect(sum('3', '约30')).toBe('notNumber 约30');
    expect(sum('3', '40%')).toBe('notNumber 40%');
    expect(sum('12,34')).toBe('notNumber 12,34');
  });
  it('of nothing is nothing', () => expect(sum('', '—')).toBeNull());
});
