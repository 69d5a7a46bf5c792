import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { itemGroups } from './task-items';

const rule = {
  id: 'depth/task-bare',
  severity: 'hint',
  source: sources.functions,
  title: '任务写出做什么、怎么做，不只是一个标题',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、重点任务\n（一）编制体系表。梳理电机产业链标准需求，编制标准体系表并每年修订，年内发布首批团体标准12项，引导骨干企业对标改进。\n（二）建设平台。建设标准信息平台，免费开放国内外标准查询和比对，年内用户达到八千家，形成需求征集的闭环。\n（三）培训专员。每年培训标准化专员三百名，覆盖规模以上企业和园区，及时总结推广好做法，形成人才梯队。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、重点任务\n（一）编制体系表。梳理电机产业链标准需求，编制标准体系表并每年修订，年内发布首批团体标准12项，引导骨干企业对标改进。\n（二）建设平台。建设标准信息平台，免费开放国内外标准查询和比对，年内用户达到八千家，形成需求征集的闭环。\n（三）培训专员。加强培训。',
  },
} as const;

const bare = 18;
const usual = 40;

/** An item of hardly a line where its siblings have a paragraph each. */
export const taskBare: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }, context) =>
    itemGroups(context, parts, 'tasks').flatMap((items) => {
      const sized = items.map((item) => ({
        ...item,
        length: item.blocks.reduce((sum, block) => sum + blockText(block).length, 0),
      }));
      const thin = sized.filter(({ length }) => length < bare);
      if (
        items.length < 3 ||
        thin.length * 3 > items.length ||
        sized.filter(({ length }) => length >= usual).length * 2 < items.length
      )
        return [];
      return thin.map(({ node, blocks }) =>
        findBlock(
          rule,
          blocks[0]!,
          `“${node.label}${node.text.slice(0, 20)}”只有一句话，没有写做法，同组其他各项都展开写了。`,
        ),
      );
    }),
};
