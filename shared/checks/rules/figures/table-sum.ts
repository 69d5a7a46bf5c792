import type { TableCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { decimals, type GridCell, readGrid } from './table-cells';

const rule = {
  id: 'consistency/table-sum',
  severity: 'should',
  source: sources.revision,
  title: '表中合计等于各项之和',
  examples: {
    right: '表格：县区\t标准数|东山县\t12|南河县\t15|合计\t27',
    wrong: '表格：县区\t标准数|东山县\t12|南河县\t15|合计\t28',
  },
} as const;

const total = /^(?:合\s*计|总\s*计|共\s*计|全市合计|总数)$/;
/** Columns that do not add up. */
const notAdded = /率|比|%|均|年份|序号|排名|编号|时间|增/;

const cellAt = (row: readonly GridCell[], column: number) => row.find((cell) => cell.column === column);

export const tableSum: TableCheck = {
  ...rule,
  reads: 'table',
  run: (table) => {
    const rows = readGrid(table);
    if (!rows) return [];
    const at = rows.findIndex((row) => row.slice(0, 2).some(({ text }) => total.test(text)));
    const totals = rows[at];
    // The total stands below what it adds up, or right under the head.
    const items = at <= 1 ? rows.slice(2) : rows.slice(1, at);
    if (!totals || at < 1 || items.length < 2) return [];
    if (items.some((row) => row.slice(0, 2).some(({ text }) => /小计|其中|^#|合计|总计/.test(text)))) return [];
    return totals.flatMap((sum) => {
      const head = cellAt(rows[0]!, sum.column)?.text ?? '';
      const values = items.map((row) => cellAt(row, sum.column));
      if (sum.value === null || notAdded.test(head) || values.some((cell) => !cell || cell.value === null)) return [];
      const added = values.reduce((result, cell) => result + (cell?.value ?? 0), 0);
      const step = 10 ** -Math.max(decimals(sum.text), ...values.map((cell) => decimals(cell?.text ?? '')));
      // Each item may have been rounded by half a step; whole numbers are counted, not rounded.
      const tolerance = step === 1 ? 0.001 : step * (0.5 * values.length + 0.5);
      if (Math.abs(added - sum.value) <= tolerance) return [];
      const shown = Number(added.toFixed(4));
      return [findBlock(rule, table, `“${head || '这一列'}”合计写作${sum.text}，各项相加为${shown}，请核对。`, sum)];
    });
  },
};
