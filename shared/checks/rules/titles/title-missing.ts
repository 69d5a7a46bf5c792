import { blockText } from '../../../document/plain-text';
import { findDocument } from '../../finding';
import { sources } from '../../sources';
import type { DocumentCheck } from '../../types';

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

export const titleMissing: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }) =>
    parts
      .filter(({ kind }) => kind !== 'attachment')
      .filter((part) => !part.children.some((block) => block.type === 'title' && blockText(block).trim() !== ''))
      .map(({ kind }) =>
        findDocument(rule, kind === 'notice' ? '印发通知没有标题，请补写。' : '正文没有标题，请补写。'),
      ),
};
