import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock, replacement } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/attachment-title',
  severity: 'should',
  source: sources.attachments,
  title: '附件名称不加书名号，末尾不用标点',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n任务分工见附件。\n附件：任务清单\n附件\n任务清单\n编制体系表，由市市场监管局负责。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n任务分工见附件。\n附件：《任务清单》\n附件\n《任务清单》\n编制体系表，由市市场监管局负责。',
  },
} as const;

export const attachmentTitle: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const title = part.kind === 'attachment' ? part.children.find(({ type }) => type === 'title') : undefined;
    const text = title ? blockText(title) : '';
    const bare = text.replace(/^《([^《》]+)》$/, '$1');
    if (!title || bare === text) return [];
    const range = { start: 0, end: text.length };
    return [
      findBlock(
        rule,
        title,
        `附件名称“${text}”不加书名号、末尾不用标点，应为“${bare}”。`,
        range,
        replacement(title, range, bare),
      ),
    ];
  },
};
