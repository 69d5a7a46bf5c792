import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { itemGroups } from './task-items';

const rule = {
  id: 'depth/goal-vague',
  severity: 'hint',
  source: sources.functions,
  title: '分项目标都有数值',
  examples: {
    right:
      '云川市标准化发展规划（2026—2030年）\n一、主要目标\n（一）标准数量。到2030年，制定标准120项。\n（二）标准质量。到2030年，国际标准转化率达到85%。\n二、主要任务\n编制标准体系表。',
    wrong:
      '云川市标准化发展规划（2026—2030年）\n一、主要目标\n（一）标准数量。到2030年，制定标准120项。\n（二）标准质量。标准水平显著提升，更加先进适用。\n二、主要任务\n编制标准体系表。',
  },
} as const;

const hasNumber = (text: string): boolean =>
  /\d|[一二三四五六七八九十百千万两]+(?:个|家|项|件|倍|成|名|亿|位|条|所)/.test(
    text.replace(/(?:19|20)\d{2}年?|“?十[一二三四五]五”?/g, ''),
  );

export const goalVague: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, context) =>
    itemGroups(context, parts, 'goals').flatMap((items) => {
      const vague = items.filter(({ blocks }) => !blocks.some((block) => hasNumber(blockText(block))));
      if (items.length < 2 || vague.length === 0 || vague.length === items.length) return [];
      return vague.map(({ node, blocks }) =>
        findBlock(rule, blocks[0]!, `目标“${node.label}${node.text.slice(0, 20)}”没有数值，同组其他目标有。`),
      );
    }),
};
