import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { writtenCaptions } from './written-captions';

const rule = {
  id: 'consistency/table-order',
  severity: 'should',
  source: sources.revision,
  title: '表的编号依次连续',
  examples: {
    right:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n指标见下表。\n表1 标准数量\n表2 标准质量\n二、保障措施\n安排专项资金。',
    wrong:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n指标见下表。\n表1 标准数量\n表3 标准质量\n二、保障措施\n安排专项资金。',
  },
} as const;

export const tableOrder: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const found = part.children.flatMap(writtenCaptions);
    return found.flatMap(({ block, value, end }, at) => {
      const before = found[at - 1]?.value ?? 0;
      if (value === before + 1 || (at > 0 && value === 1)) return [];
      return [findBlock(rule, block, `表的编号写作“表${value}”，按顺序应为“表${before + 1}”。`, { start: 0, end })];
    });
  },
};
