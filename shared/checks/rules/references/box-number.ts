import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readMentions } from './mentioned-numbers';

const rule = {
  id: 'consistency/box-number',
  severity: 'should',
  source: sources.revision,
  title: '正文说到的专栏都有',
  examples: {
    right:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n重点工程见专栏1。\n专栏1 重点工程\n1.建设标准信息平台。\n2.建设检验中心。\n二、保障措施\n安排专项资金。',
    wrong:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n重点工程见专栏4。\n专栏1 重点工程\n1.建设标准信息平台。\n2.建设检验中心。\n二、保障措施\n安排专项资金。',
  },
} as const;

export const boxNumber: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks, textBlocks }) => {
    const count = blocks.filter(({ type }) => type === 'boxTitle').length;
    if (count === 0) return [];
    return textBlocks
      .flatMap(readMentions)
      .flatMap(({ block, kind, value, text, start, end }) =>
        kind === '专栏' && value > count
          ? [findBlock(rule, block, `这里说到“${text}”，文中只有 ${count} 个专栏。`, { start, end })]
          : [],
      );
  },
};
