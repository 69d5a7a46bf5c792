import type { TableCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readGrid } from './table-cells';

const rule = {
  id: 'consistency/table-growth',
  severity: 'should',
  source: sources.revision,
  title: '表中增幅、年均增幅与两年的数值相符',
  examples: {
    right: '表格：指标\t2025年\t2026年\t增长（%）|标准数\t40\t50\t25|平台用户\t800\t1000\t25',
    wrong: '表格：指标\t2025年\t2026年\t增长（%）|标准数\t40\t50\t20|平台用户\t800\t1000\t25',
  },
} as const;

const head = /^(?<average>年均)?(?:同比|比上年)?(?:增长|增幅|增速|增长率)(?:率|幅度)?(?:（%）|%)?$/;

export const tableGrowth: TableCheck = {
  ...rule,
  reads: 'table',
  run: (table) => {
    const rows = readGrid(table);
    const names = rows?.[0];
    if (!rows || !names) return [];
    const years = names.filter(({ text }) => /^(?:19|20)\d{2}年?$/.test(text));
    const growth = names.find(({ text }) => head.test(text));
    const [from, to] = years;
    if (!growth || !from || !to || years.length !== 2 || from.text >= to.text) return [];
    const average = head.exec(growth.text)?.groups?.average !== undefined;
    const span = average ? Number.parseInt(to.text, 10) - Number.parseInt(from.text, 10) : 1;
    return rows.slice(1).flatMap((row) => {
      const at = (column: number) => row.find((cell) => cell.column === column);
      const [before, after, said] = [at(from.column), at(to.column), at(growth.column)];
      if (before?.value == null || after?.value == null || said?.value == null || before.value <= 0) return [];
      const right = ((after.value / before.value) ** (1 / span) - 1) * 100;
      // The two values may be rounded themselves; a share grows by points.
      if (/%/.test(before.text) || Math.abs(right - said.value) <= Math.max(0.6, Math.abs(right) * 0.03)) return [];
      return [
        findBlock(
          rule,
          table,
          `${average ? '年均增幅' : '增幅'}写作${said.text}，按${before.text}和${after.text}计算为${right.toFixed(1)}%，请核对。`,
          said,
        ),
      ];
    });
  },
};
