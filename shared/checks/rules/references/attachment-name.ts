import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/attachment-name',
  severity: 'should',
  source: sources.attachments,
  title: '正文里说到的附件名称与附件标题一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n任务分工见附件2《任务清单》。\n附件：1.指标表\n2.任务清单\n附件1\n指标表\n标准数12项，由市市场监管局填报。\n附件2\n任务清单\n编制体系表，由市市场监管局负责。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n任务分工见附件2《任务分解表》。\n附件：1.指标表\n2.任务清单\n附件1\n指标表\n标准数12项，由市市场监管局填报。\n附件2\n任务清单\n编制体系表，由市市场监管局负责。',
  },
} as const;

const named = byBlock((block) =>
  block.type === 'title' || block.type === 'table'
    ? []
    : [...foldedText(block).matchAll(/附件 ?(\d{1,2})?[：:]? ?《([^《》]{2,60})》/g)].map((match) => ({
        block,
        number: Number(match[1] ?? 1),
        name: match[2] ?? '',
        start: match.index,
        end: match.index + match[0].length,
      })),
);

const plain = (text: string): string => text.replace(/[\s《》“”（）()]/g, '');

export const attachmentName: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, { textBlocks }) => {
    const titles = parts
      .filter(({ kind }) => kind === 'attachment')
      .map(({ children }) => {
        const title = children.find(({ type }) => type === 'title');
        return title ? blockText(title).replace(/\s/g, '') : '';
      });
    if (titles.length === 0) return [];
    return textBlocks.flatMap(named).flatMap(({ block, number, name, start, end }) => {
      const title = titles[number - 1];
      if (!title || plain(title).includes(plain(name)) || plain(name).includes(plain(title))) return [];
      return [
        findBlock(rule, block, `附件${titles.length > 1 ? number : ''}的标题是“${title}”，与这里不一致。`, {
          start,
          end,
        }),
      ];
    });
  },
};
