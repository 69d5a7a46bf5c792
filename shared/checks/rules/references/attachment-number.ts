import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readMentions } from './mentioned-numbers';

const rule = {
  id: 'consistency/attachment-number',
  severity: 'should',
  source: sources.attachments,
  title: '正文说到的附件都有',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n任务分工见附件2。\n附件：1.指标表\n2.任务清单\n附件1\n指标表\n标准数12项，由市市场监管局填报。\n附件2\n任务清单\n编制体系表，由市市场监管局负责。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n任务分工见附件3。\n附件：1.指标表\n2.任务清单\n附件1\n指标表\n标准数12项，由市市场监管局填报。\n附件2\n任务清单\n编制体系表，由市市场监管局负责。',
  },
} as const;

/** Only where there are attachments: published texts are often put online without them. */
export const attachmentNumber: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, { textBlocks }) => {
    const count = parts.filter(({ kind }) => kind === 'attachment').length;
    if (count === 0) return [];
    return textBlocks
      .flatMap(readMentions)
      .flatMap(({ block, kind, value, text, start, end }) =>
        kind === '附件' && value > count
          ? [findBlock(rule, block, `这里说到“${text}”，文中只有 ${count} 个附件。`, { start, end })]
          : [],
      );
  },
};
