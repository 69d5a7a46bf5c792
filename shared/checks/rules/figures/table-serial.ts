import type { TableCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readGrid } from './table-cells';

const rule = {
  id: 'consistency/table-serial',
  severity: 'should',
  source: sources.editing,
  title: '表中序号连续',
  examples: {
    right: '表格：序号\t任务|1\t编制体系表|2\t建设平台|3\t培训专员',
    wrong: '表格：序号\t任务|1\t编制体系表|2\t建设平台|4\t培训专员',
  },
} as const;

export const tableSerial: TableCheck = {
  ...rule,
  reads: 'table',
  run: (table) => {
    const rows = readGrid(table);
    if (!rows || !/^序\s*号$/.test(rows[0]?.[0]?.text ?? '')) return [];
    const serials = rows.slice(1).flatMap(([first]) => (first && /^\d{1,4}$/.test(first.text) ? [first] : []));
    return serials.flatMap((cell, at) => {
      const before = serials[at - 1]?.value;
      if (before == null || cell.value === before + 1 || cell.value === 1) return [];
      return [findBlock(rule, table, `序号${before}后面应为${before + 1}，这里是${cell.text}。`, cell)];
    });
  },
};
