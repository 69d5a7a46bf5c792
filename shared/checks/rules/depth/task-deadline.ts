import { byBlock } from '../../../document/by-block';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { itemGroups } from './task-items';

const rule = {
  id: 'depth/task-deadline',
  severity: 'hint',
  source: sources.functions,
  title: '同一组任务都写明完成时限',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、重点任务\n（一）编制体系表。2026年底前发布。\n（二）建设平台。2027年底前建成。\n（三）培训专员。2027年6月底前完成。\n（四）开展试点。2028年6月底前完成。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、重点任务\n（一）编制体系表。2026年底前发布。\n（二）建设平台。2027年底前建成。\n（三）培训专员。每期50名。\n（四）开展试点。2028年6月底前完成。',
  },
} as const;

const hasDeadline = byBlock((block) =>
  /(?:时限|期限|时间)：|\d{4}年[^。；，]{0,8}(?:前|底|末|完成)|\d{1,2}月底?前|到\d{4}年|长期|每年|每季度|持续/.test(
    foldedText(block),
  ),
);

export const taskDeadline: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, context) =>
    itemGroups(context, parts, 'tasks').flatMap((items) => {
      const without = items.filter(({ blocks }) => !blocks.some(hasDeadline));
      if (items.length < 3 || without.length === 0 || without.length * 3 > items.length) return [];
      return without.map(({ node, blocks }) =>
        findBlock(
          rule,
          blocks[0]!,
          `“${node.label}${node.text.slice(0, 20)}”没有写完成时限，同组其他 ${items.length - without.length} 项都写了。`,
        ),
      );
    }),
};
