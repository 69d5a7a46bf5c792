import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/paragraph-twice',
  severity: 'should',
  source: sources.editing,
  title: '同一段话不出现两次',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n由市市场监管局牵头编制电机标准体系表，每年修订一次，并向社会公开。\n二、工作要求\n加强协调。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n由市市场监管局牵头编制电机标准体系表，每年修订一次，并向社会公开。\n二、工作要求\n由市市场监管局牵头编制电机标准体系表，每年修订一次，并向社会公开。',
  },
} as const;

const shortest = 30;
const keyOf = byBlock((block) =>
  block.type === 'paragraph' || block.type === 'clause' ? blockText(block).replace(/\s/g, '') : '',
);

export const paragraphTwice: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    if (part.kind === 'attachment') return [];
    const known = new Set<string>();
    return part.children.flatMap((block) => {
      const key = keyOf(block);
      // Lists of units are alike where one body has many tasks.
      if (key.length < shortest || !key.includes('。')) return [];
      const again = known.has(key);
      known.add(key);
      return again ? [findBlock(rule, block, '这一段与前面一段完全相同，请核对。')] : [];
    });
  },
};
