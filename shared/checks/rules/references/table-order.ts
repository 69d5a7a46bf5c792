import { byBlock } from '../../../document/by-block';
import { foldedText } from '../../../recognise/lines/folded-text';
import { findBlock } from '../../finding';
import { sources } from '../../sources';
import type { PartCheck } from '../../types';

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

const captions = byBlock((block) => {
  if (block.type !== 'paragraph') return [];
  const match = /^表 ?(\d{1,2})[ ：.、]?(?=[\u4e00-\u9fff])/.exec(foldedText(block));
  return match && foldedText(block).length <= 40 ? [{ block, value: Number(match[1]), end: match[0].length }] : [];
});

export const tableOrder: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const found = part.children.flatMap(captions);
    return found.flatMap(({ block, value, end }, at) => {
      const before = found[at - 1]?.value ?? 0;
      if (value === before + 1 || (at > 0 && value === 1)) return [];
      return [findBlock(rule, block, `表的编号写作“表${value}”，按顺序应为“表${before + 1}”。`, { start: 0, end })];
    });
  },
};
