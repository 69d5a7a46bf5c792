import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock, findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'completeness/title-missing',
  severity: 'must',
  source: sources.title,
  title: '有标题',
  examples: {
    right: '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定地方标准12项。',
    wrong: '一、工作目标\n到2028年，制定地方标准12项。',
  },
} as const;

const endsLikeTitle = /^[^。；]{6,100}(?:通知|意见|方案|计划|规划|措施|决定|办法|纲要|公告|通告)$/;

/** How a report hands out a plan: its title stands in the sentence that announces it. */
const quotedAbove = /^《[^《》]{6,80}》(?:的)?(?:主要内容|全文|正文)如下[。：]$/;

/** Blocks a title can be among: what was read as recipients may have come to stand before it. */
const opening = 3;

export const titleMissing: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }) =>
    parts
      .filter(({ kind }) => kind !== 'attachment')
      .filter((part) => !part.children.some((block) => block.type === 'title' && blockText(block).trim() !== ''))
      .map((part) => {
        const likely = part.children
          .slice(0, opening)
          .find((block) => block.type === 'paragraph' && endsLikeTitle.test(blockText(block).trim()));
        const quoted = part.children.slice(0, opening).find((block) => quotedAbove.test(blockText(block).trim()));
        if (quoted)
          return { ...findBlock(rule, quoted, '标题只写在这一句里，请单独成行，设为标题。'), severity: 'should' };
        if (likely) return { ...findBlock(rule, likely, '这一行像是标题，但没有设为标题。'), severity: 'should' };
        return findDocument(rule, part.kind === 'notice' ? '印发通知没有标题，请补写。' : '正文没有标题，请补写。');
      }),
};
