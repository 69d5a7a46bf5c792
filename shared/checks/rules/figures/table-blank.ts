import type { TableCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readGrid } from './table-cells';

const rule = {
  id: 'completeness/table-blank',
  severity: 'hint',
  source: sources.editing,
  title: '表中没有漏填的格',
  examples: {
    right: '表格：任务\t责任单位\t时限|编制体系表\t市市场监管局\t2026年底|建设平台\t市数据局\t2027年底',
    wrong: '表格：任务\t责任单位\t时限|编制体系表\t市市场监管局\t2026年底|建设平台\t\t2027年底',
  },
} as const;

/** A column that is mostly empty is meant to be (备注). */
export const tableBlank: TableCheck = {
  ...rule,
  reads: 'table',
  run: (table) => {
    const [head, ...rows] = readGrid(table) ?? [];
    if (!head || rows.length < 2) return [];
    const blanks = head.flatMap(({ column, text }) => {
      if (text === '' || /备注|说明/.test(text)) return [];
      const cells = rows.flatMap((row) => row.filter((cell) => cell.column === column));
      const empty = cells.filter((cell) => cell.text === '');
      return empty.length * 2 <= cells.length ? empty : [];
    });
    return blanks.length > 0 ? [findBlock(rule, table, `表中有 ${blanks.length} 格没有填写。`)] : [];
  },
};
