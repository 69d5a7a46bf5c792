import type { Block } from '../../../document/block';
import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readAbbreviations } from './abbreviations';

const rule = {
  id: 'consistency/abbreviation-early',
  severity: 'hint',
  source: sources.editing,
  title: '简称先声明、后使用',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、组织实施\n市标准化工作领导小组（以下简称“标准领导小组”）统筹推进。\n二、考核评价\n标准领导小组每年评价一次。',
    wrong:
      '云川市推进标准化工作实施方案\n一、考核评价\n标准领导小组每年评价一次。\n二、组织实施\n市标准化工作领导小组（以下简称“标准领导小组”）统筹推进。',
  },
} as const;

/** Shorter names are words of their own (园区, 企业), that may stand anywhere. */
const shortestName = 4;

export const abbreviationEarly: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const prose: readonly Block[] = part.children.filter(
      (block) => block.type === 'paragraph' || block.type === 'clause',
    );
    return prose.flatMap(readAbbreviations).flatMap(({ block, name, title, start }) => {
      if (name.length < shortestName) return [];
      const earlier = (other: Block): boolean => {
        const text = other === block ? blockText(other).slice(0, start) : blockText(other);
        const at = text.indexOf(name);
        // Within its own full name it is not the short one.
        return at >= 0 && !(title ?? '').includes(name) && !text.slice(at + name.length).startsWith('》');
      };
      const found = prose.slice(0, prose.indexOf(block)).find(earlier);
      if (!found) return [];
      const at = blockText(found).indexOf(name);
      return [findBlock(rule, found, `简称“${name}”在这里先用了，后文才声明。`, { start: at, end: at + name.length })];
    });
  },
};
