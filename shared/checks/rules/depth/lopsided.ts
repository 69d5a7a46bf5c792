import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'depth/lopsided',
  severity: 'hint',
  source: sources.editing,
  title: '各部分篇幅大体相称',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、工作任务\n编制标准体系表。\n三、保障措施\n安排专项资金。',
    wrong: `云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、工作任务\n${'编制电机、茶叶、陶瓷三个产业的标准体系表，逐年修订。'.repeat(60)}\n三、保障措施\n${'安排专项资金，每年评价使用情况，结果公开。'.repeat(4)}`,
  },
} as const;

/** Shares of the text beyond which a part is told of, where the text is long enough to have shares. */
const most = 0.85;
const shortest = 1000;

export const lopsided: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) => {
    const chapters = outline.children.filter(({ kind, level }) => kind === 'clause' && level === 1);
    if (part.kind !== 'main' || chapters.length < 3) return [];
    const lengths = chapters.map(({ start, end }) =>
      part.children.slice(start, end).reduce((sum, block) => sum + blockText(block).length, 0),
    );
    const all = lengths.reduce((sum, length) => sum + length, 0);
    if (all < shortest) return [];
    return chapters.flatMap((node, at) => {
      const share = lengths[at]! / all;
      const block = part.children[node.start];
      return share > most && block
        ? [findBlock(rule, block, `“${node.label}${node.text}”占正文的${Math.round(share * 100)}%，可以分成几个部分。`)]
        : [];
    });
  },
};
