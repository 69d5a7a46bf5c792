import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table, TableCell } from '../../../shared/document/block';
import { layOutTable } from '../../../shared/layout/lay-out-table';
import { runsText } from '../../../shared/layout/text-runs';

const cell = (text: string, spans: Pick<TableCell, 'colSpan' | 'rowSpan'> = {}): TableCell => ({
  type: 'cell',
  children: [{ text }],
  ...spans,
});
const table = (...rows: readonly (readonly TableCell[])[]): Table => ({
  type: 'table',
  id: 'table-0001',
  children: rows.map((cells) => ({ type: 'row', children: [...cells] })),
});
const grid = (value: Table): string[][] =>
  layOutTable(value, 8844).rows.map((row) =>
    row.cells.map(
      (each) => `${each.vertical === 'continued' ? '|' : runsText(each.paragraphs[0]!.runs)}×${each.columns}`,
    ),
  );

describe('a table as it is set', () => {
  it('is a complete grid with spans over columns and rows', () => {
    expect(grid(table([cell('甲', { rowSpan: 2 }), cell('乙', { colSpan: 2 })], [cell('丙'), cell('丁')]))).toEqual([
      ['甲×1', '乙×2'],
      ['|×1', '丙×1', '丁×1'],
    ]);
  });

  it('fills rows that are too short', () => {
    expect(grid(table([cell('甲'), cell('乙')], [cell('丙')]))).toEqual([
      ['甲×1', '乙×1'],
      ['丙×1', '×1'],
    ]);
  });

  it('cuts a span that would leave the table', () => {
    expect(grid(table([cell('甲', { rowSpan: 9 }), cell('乙')]))).toEqual([['甲×1', '乙×1']]);
  });

  it('takes exactly the width, every row the same columns, whatever the spans', () => {
    const anyCell = fc
      .record({
        text: fc.constantFrom('', '市财政局', '推进改革'.repeat(30)),
        colSpan: fc.integer({ min: 1, max: 4 }),
        rowSpan: fc.integer({ min: 1, max: 4 }),
      })
      .map(({ text, colSpan, rowSpan }) =>
        cell(text, { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) }),
      );
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const { columns, rows: set } = layOutTable(table(...rows), 8844);
          expect(columns.reduce((sum, width) => sum + width, 0)).toBe(8844);
          expect(Math.min(...columns)).toBeGreaterThan(100);
          for (const row of set) expect(row.cells.reduce((sum, each) => sum + each.columns, 0)).toBe(columns.length);
        },
      ),
    );
  });

  it('repeats head rows only from the first row on, and lets very long rows break', () => {
    const value: Table = {
      ...table([cell('序号')], [cell('长'.repeat(600))], [cell('小计')]),
    };
    const rows = value.children.map((row, at) => (at === 1 ? row : { ...row, header: true as const }));
    const set = layOutTable({ ...value, children: rows }, 8844).rows;
    expect(set.map((row) => row.header)).toEqual([true, false, false]);
    expect(set.map((row) => row.mayBreak)).toEqual([false, true, false]);
  });

  it('where it is full, breaks a head before its unit instead of keeping the column as wide', () => {
    const long = '建'.repeat(60);
    const value = table([cell('总投资（万元）'), cell('建设内容')], [cell('1200'), cell(long)]);
    const headed = {
      ...value,
      children: value.children.map((row, at) => (at === 0 ? { ...row, header: true as const } : row)),
    };
    const [plain, broken] = [value, headed].map((each) => layOutTable(each, 8844).columns[0]!);
    // Four characters of 小四 with their margins, not seven.
    expect(broken).toBeLessThan(5.5 * 240);
    expect(plain).toBeGreaterThan(7 * 240);
  });

  it('with 64 columns still has room in each', () => {
    const { columns } = layOutTable(table(Array.from({ length: 64 }, (_, at) => cell(`${at}`))), 8844);
    expect(columns).toHaveLength(64);
    expect(Math.min(...columns)).toBeGreaterThan(100);
  });
});
