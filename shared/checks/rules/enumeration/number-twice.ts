import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/number-twice',
  severity: 'should',
  source: sources.headings,
  title: '同一层次没有两个相同的编号',
  examples: {
    right:
      '锁定编号：保障措施=三、\n云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、工作任务\n编制体系表。\n三、保障措施\n安排专项资金。',
    wrong:
      '锁定编号：保障措施=二、\n云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、工作任务\n编制体系表。\n三、保障措施\n安排专项资金。',
  },
} as const;

/** A number that was fixed stays when others are put in before it, and may then be that of a computed one. */
export const numberTwice: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, labels }) => {
    const blocks = new Map(part.children.map((block) => [block.id, block] as const));
    /** Numbers in use under the clause open at each level. */
    const used: Map<string, boolean>[] = [];
    return part.children.flatMap((block) => {
      if (block.type !== 'clause' || block.boxId !== undefined) return [];
      used.length = Math.min(used.length, block.level);
      const label = labels.get(block.id);
      const here = used[block.level - 1] ?? new Map<string, boolean>();
      used[block.level - 1] = here;
      if (!label) return [];
      const fixed = block.fixedLabel !== undefined;
      const before = here.get(label);
      here.set(label, fixed || before === true);
      if (before === undefined || !(before || fixed)) return [];
      const words = `“${label.trim()}”在这一层前面已经用过，固定的编号请核对。`;
      return [findBlock(rule, blocks.get(block.id) ?? block, words)];
    });
  },
};
