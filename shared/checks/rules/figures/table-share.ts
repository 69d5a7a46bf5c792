import type { TableCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { decimals, readGrid } from './table-cells';

const rule = {
  id: 'consistency/table-share',
  severity: 'should',
  source: sources.revision,
  title: '表中占比与数值、合计相符',
  examples: {
    right: '表格：县区\t标准数\t占比（%）|东山县\t12\t40|南河县\t18\t60|合计\t30\t100',
    wrong: '表格：县区\t标准数\t占比（%）|东山县\t12\t40|南河县\t18\t70|合计\t30\t100',
  },
} as const;

const share = /^(?:所)?占?(?:比|比重|比例)(?:（%）|%)?$/;
const total = /^(?:合\s*计|总\s*计|共\s*计|全市合计|总数)$/;

/** A share is of the column before it, and of the row that adds it up. */
export const tableShare: TableCheck = {
  ...rule,
  reads: 'table',
  run: (table) => {
    const rows = readGrid(table);
    const names = rows?.[0];
    const totals = rows?.find((row) => row.slice(0, 2).some(({ text }) => total.test(text)));
    if (!rows || !names || !totals) return [];
    return names.flatMap((name) => {
      const whole = totals.find(({ column }) => column === name.column - 1)?.value ?? null;
      const wholeShare = totals.find(({ column }) => column === name.column)?.value ?? null;
      // Where the total's own share is not 100, the shares are of something else.
      if (!share.test(name.text) || !whole || wholeShare !== 100) return [];
      return rows.slice(1).flatMap((row) => {
        const [part, said] = [name.column - 1, name.column].map((at) => row.find(({ column }) => column === at));
        if (row === totals || part?.value == null || said?.value == null) return [];
        const right = (part.value / whole) * 100;
        const step = 10 ** -decimals(said.text.replace('%', ''));
        // The parts may have been rounded themselves.
        if (Math.abs(right - said.value) <= step) return [];
        const shown = right.toFixed(decimals(said.text.replace('%', '')));
        return [findBlock(rule, table, `占比写作${said.text}，按${part.text}和合计计算为${shown}%，请核对。`, said)];
      });
    });
  },
};
