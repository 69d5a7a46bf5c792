import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/attachment-unreferred',
  severity: 'hint',
  source: sources.attachments,
  title: '附件在正文里有交代',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n任务分工见附件。\n附件：任务清单\n附件\n任务清单\n编制体系表，由市市场监管局负责。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n编制体系表。\n附件：任务清单\n附件\n任务清单\n编制体系表，由市市场监管局负责。',
  },
} as const;

export const attachmentUnreferred: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, { textBlocks, labels }) => {
    const attachments = parts.filter(({ kind }) => kind === 'attachment');
    if (attachments.length === 0 || textBlocks.some((block) => /附件|附表|附后|所附|附录/.test(foldedText(block))))
      return [];
    const unnamed = attachments.filter((part) => {
      const title = part.children.find(({ type }) => type === 'title');
      const name = title ? blockText(title).trim() : '';
      return name === '' || !textBlocks.some((block) => blockText(block).includes(name));
    });
    if (unnamed.length === 0) return [];
    const names = unnamed.map((part) => labels.get(part.id) ?? '附件').join('、');
    return [findDocument(rule, `正文没有说到${names}，请在相应的地方写“见附件”。`)];
  },
};
