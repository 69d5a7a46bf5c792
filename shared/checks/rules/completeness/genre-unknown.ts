import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'completeness/genre-unknown',
  severity: 'hint',
  source: sources.genres,
  title: '能认出文种，才能核对必备部分',
  examples: {
    right: '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定地方标准12项。',
    wrong: '云川市档案馆借阅须知\n一、借阅范围\n本市已开放的档案均可借阅。',
  },
} as const;

/** Says why the four functions were not asked for. */
export const genreUnknown: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ meta }) => {
    if (meta.genre === 'other')
      return [findDocument(rule, '不是规划、意见、行动计划、实施方案、措施中的一种，没有核对必备部分。')];
    if (meta.genre === 'notice')
      return [findDocument(rule, '只有通知，没有所印发的规划、方案等文件，没有核对必备部分。')];
    return [];
  },
};
