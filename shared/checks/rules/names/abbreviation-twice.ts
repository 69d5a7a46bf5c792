import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readAbbreviations } from './abbreviations';

const rule = {
  id: 'consistency/abbreviation-twice',
  severity: 'should',
  source: sources.editing,
  title: '同一个简称只声明一次',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、组织实施\n市标准化工作领导小组（以下简称“领导小组”）统筹推进。\n二、考核评价\n领导小组每年评价一次。',
    wrong:
      '云川市推进标准化工作实施方案\n一、组织实施\n市标准化工作领导小组（以下简称“领导小组”）统筹推进。\n二、考核评价\n市标准化工作领导小组（以下简称“领导小组”）每年评价一次。',
  },
} as const;

/** Notice and plan are documents of their own: each may declare its names. */
export const abbreviationTwice: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const known = new Set<string>();
    return part.children.flatMap(readAbbreviations).flatMap(({ block, name, start, end }) => {
      const again = known.has(name);
      known.add(name);
      return again ? [findBlock(rule, block, `简称“${name}”前文已经声明，这里不用再声明。`, { start, end })] : [];
    });
  },
};
