import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readAbbreviations } from './abbreviations';

const rule = {
  id: 'consistency/abbreviation-unused',
  severity: 'hint',
  source: sources.editing,
  title: '声明的简称在后文使用',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、组织实施\n市标准化推进机构（以下简称“市标准办”）统筹推进。\n二、考核评价\n市标准办每年评价一次。',
    wrong:
      '云川市推进标准化工作实施方案\n一、组织实施\n市标准化推进机构（以下简称“市标准办”）统筹推进。\n二、考核评价\n市市场监管局每年评价一次。',
  },
} as const;

export const abbreviationUnused: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) =>
    blocks.flatMap(readAbbreviations).flatMap(({ block, name, start, end }) => {
      const used = blocks.some((other) => {
        const text = blockText(other);
        return other === block
          ? text.slice(0, start).includes(name) || text.slice(end).includes(name)
          : text.includes(name);
      });
      return used ? [] : [findBlock(rule, block, `简称“${name}”声明后没有再用，可以删去。`, { start, end })];
    }),
};
