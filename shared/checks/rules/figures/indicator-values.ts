import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { leavesText } from '../../../document/plain-text';
import { fold } from '../../../recognise/lines/fold';
import { findBlock } from '../../finding';
import { sources } from '../../sources';
import type { DocumentCheck } from '../../types';
import { readIndicators } from './indicators';

const rule = {
  id: 'consistency/indicator-values',
  severity: 'should',
  source: sources.revision,
  title: '同一指标同一年份，前后数值一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，重点产业标准覆盖率达到90%。\n二、工作任务\n到2028年，重点产业标准覆盖率达到90%。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，重点产业标准覆盖率达到90%。\n二、工作任务\n到2028年，重点产业标准覆盖率达到85%。',
  },
} as const;

type Value = Readonly<{
  block: Block;
  name: string;
  year: string;
  unit: string;
  value: number;
  words: string;
  start: number;
  end: number;
}>;

/** Rows that name an indicator, under columns that name a year. */
const tableValues = byBlock((block): Value[] => {
  if (block.type !== 'table') return [];
  const rows = block.children.map((row) => row.children.map((cell) => fold(leavesText(cell.children)).trim()));
  const head = rows[0] ?? [];
  const years = head.map((cell) => /((?:19|20)\d{2})年?/.exec(cell)?.[1]);
  let offset = 0;
  return rows.flatMap((cells, at) => {
    const rowStart = offset;
    offset += cells.join('\t').length + 1;
    if (at === 0 || cells.length !== head.length) return [];
    const label = cells.find((cell) => /[\u4e00-\u9fff]{4,}/.test(cell)) ?? '';
    const unitInName = /（([%‰个家项件名人次元万亿]{1,4})）$/.exec(label)?.[1] ?? '';
    const name = label.replace(/（[^（）]*）$/, '');
    return cells.flatMap((cell, column): Value[] => {
      const year = years[column];
      const number = /^(\d+(?:\.\d+)?)([%‰]|[万亿]?[个家项件名人次元]?)$/.exec(cell);
      const unit = number?.[2] || unitInName;
      if (!year || !number || !/^[%‰个家项件名人次]$/.test(unit)) return [];
      const start = rowStart + cells.slice(0, column).reduce((sum, { length }) => sum + length + 1, 0);
      return [
        {
          block,
          name,
          year,
          unit,
          value: Number(number[1]),
          words: `${number[1]}${unit}`,
          start,
          end: start + cell.length,
        },
      ];
    });
  });
});

export const indicatorValues: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const first = new Map<string, Value>();
    return blocks
      .flatMap((block): Value[] => [...readIndicators(block), ...tableValues(block)])
      .flatMap((found) => {
        const key = `${found.year} ${found.name} ${found.unit}`;
        const before = first.get(key);
        if (!before) first.set(key, found);
        if (!before || before.value === found.value) return [];
        const message = `${found.year}年“${found.name}”前文是${before.words}，这里是${found.words}，请核对。`;
        return [findBlock(rule, found.block, message, found)];
      });
  },
};
