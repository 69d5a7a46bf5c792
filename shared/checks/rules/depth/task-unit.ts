import { byBlock } from '../../../document/by-block';
import { unitMention } from '../../../functions/function-words';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { itemGroups } from './task-items';

const rule = {
  id: 'depth/task-unit',
  severity: 'should',
  source: sources.functions,
  title: '同一组任务都写明责任单位',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、重点任务\n（一）编制体系表。年内发布。（责任单位：市市场监管局）\n（二）建设平台。年内建成。（责任单位：市数据局）\n（三）培训专员。每年300名。（责任单位：市市场监管局）\n（四）开展试点。建园区3个。（责任单位：市市场监管局）',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、重点任务\n（一）编制体系表。年内发布。（责任单位：市市场监管局）\n（二）建设平台。年内建成。（责任单位：市数据局）\n（三）培训专员。每年300名。\n（四）开展试点。建园区3个。（责任单位：市市场监管局）',
  },
} as const;

const namesUnit = byBlock((block) => block.type === 'responsibility' || unitMention.test(foldedText(block)));

/** Where most tasks under one heading name their unit, the others are named. The note behind the last may be for all. */
export const taskUnit: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, context) =>
    itemGroups(context, parts, 'tasks').flatMap((items) => {
      const without = items.filter(({ blocks }) => !blocks.some(namesUnit));
      if (items.length < 3 || without.length === 0 || without.length * 3 > items.length) return [];
      return without.map(({ node, blocks }) =>
        findBlock(
          rule,
          blocks[0]!,
          `“${node.label}${node.text.slice(0, 20)}”没有写责任单位，同组 ${items.length} 项中其他 ${items.length - without.length} 项都写了。`,
        ),
      );
    }),
};
