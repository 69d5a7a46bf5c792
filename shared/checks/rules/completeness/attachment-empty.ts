import type { Part } from '../../../document/document';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock, findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'completeness/attachment-empty',
  severity: 'should',
  source: sources.attachments,
  title: '列出的附件都有内容',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n附件：任务清单\n附件\n任务清单\n市市场监管局牵头编制标准体系表，2026年底前完成。',
    wrong: '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n附件：任务清单',
  },
} as const;

const isEmpty = (part: Part): boolean =>
  part.children.every((block) => block.type === 'title' || block.type === 'subtitle' || blockText(block).trim() === '');

export const attachmentEmpty: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, { labels }) => {
    const attachments = parts.filter(({ kind }) => kind === 'attachment');
    const empty = attachments.filter(isEmpty);
    // Attachments kept as files of their own: all of them are named and none is here.
    const severity = empty.length === attachments.length && attachments.length > 1 ? 'hint' : rule.severity;
    return empty.flatMap((part) => {
      const title = part.children.find((block) => block.type === 'title');
      const label = labels.get(part.id) ?? '附件';
      if (!title) return [findDocument(rule, `${label}没有名称和内容。`)];
      // Published texts leave attachments out and say so, or offer them as files.
      if (/[（(](?:略|另附|另发)[）)]$|\.[a-z]{3,4}$/i.test(blockText(title))) return [];
      return [{ ...findBlock(rule, title, `${label}只有名称“${blockText(title)}”，没有内容。`), severity }];
    });
  },
};
