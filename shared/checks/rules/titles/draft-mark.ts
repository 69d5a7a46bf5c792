import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/draft-mark',
  severity: 'should',
  source: sources.editing,
  title: '有文号的文件，标题不再带“征求意见稿”“送审稿”',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n云政发〔2026〕5号\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。',
    wrong:
      '云川市人民政府关于推进标准化工作的意见（送审稿）\n云政发〔2026〕5号\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。',
  },
} as const;

export const draftMark: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ meta }, { textBlocks }) => {
    if (!meta.documentNumber) return [];
    return textBlocks.flatMap((block) => {
      const match =
        block.type === 'title' || block.type === 'subtitle'
          ? /征求意见稿|送审稿|讨论稿|初稿|审议稿|草稿|修改稿/.exec(blockText(block))
          : null;
      if (!match || /征求|意见的/.test(blockText(block).slice(0, match.index))) return [];
      return [
        findBlock(rule, block, `文件已有文号，标题还带“${match[0]}”，请核对。`, {
          start: match.index,
          end: match.index + match[0].length,
        }),
      ];
    });
  },
};
