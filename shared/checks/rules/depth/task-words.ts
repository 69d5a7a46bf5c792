import type { GovDocument } from '../../../document/document';
import { headingText } from '../../../document/heading-text';
import { blockText } from '../../../document/plain-text';
import type { CheckContext, DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { hasVerb, onlyBareVerbs } from './action-verbs';
import { type Item, itemGroups } from './task-items';

const plan = (items: string): string =>
  `云川市推进标准化工作实施方案\n一、工作目标\n到2028年，制定标准12项。\n二、重点任务\n${items}\n三、保障措施\n安排专项资金。`;

const verbRule = {
  id: 'depth/task-verb',
  severity: 'hint',
  source: sources.functions,
  title: '任务写出要做什么动作',
  examples: {
    right: plan(
      '（一）标准体系。编制电机标准体系表。\n（二）信息平台。建设标准信息平台。\n（三）专员队伍。每年培训专员300名。',
    ),
    wrong: plan(
      '（一）标准体系。编制电机标准体系表。\n（二）信息平台。建设标准信息平台。\n（三）专员队伍。每年专员300名，全市各园区均有。',
    ),
  },
} as const;

const objectRule = {
  id: 'depth/task-object',
  severity: 'hint',
  source: sources.functions,
  title: '任务标题写明对什么做',
  examples: {
    right: plan('（一）编制体系表。年内发布首批标准。\n（二）建设平台。年内建成。\n（三）强化标准实施。每年抽查两次。'),
    wrong: plan('（一）编制体系表。年内发布首批标准。\n（二）建设平台。年内建成。\n（三）强化推进。每年抽查两次。'),
  },
} as const;

/** Of genres that have to have tasks: elsewhere what looks like a group of tasks is often a list of other things. */
const groupsOf = (document: GovDocument, context: CheckContext) =>
  context.functions.tasks.requirement === 'required' ? itemGroups(context, document.parts, 'tasks') : [];

const shortestTask = 12;

/** A verb is looked for in the heading and in all of the text: a noun for a heading is a way of writing. */
const saysWhat = ({ blocks }: Item): boolean =>
  // What stands in a table or is still to be written is told of elsewhere.
  blocks.some((block) => block.type === 'table' || hasVerb.test(blockText(block))) ||
  blocks.map(blockText).join('').length < shortestTask;

/** Where most tasks of a group say what is done, the others are named. */
export const taskVerb: DocumentCheck = {
  ...verbRule,
  reads: 'document',
  run: (document, context) =>
    groupsOf(document, context).flatMap((items) => {
      const silent = items.filter((item) => !saysWhat(item));
      if (items.length < 3 || silent.length * 3 > items.length) return [];
      return silent.map(({ node, blocks }) =>
        findBlock(verbRule, blocks[0]!, `“${node.label}${node.text.slice(0, 20)}”没有写出要做什么。`),
      );
    }),
};

export const taskObject: DocumentCheck = {
  ...objectRule,
  reads: 'document',
  run: (document, context) =>
    groupsOf(document, context).flatMap((items) =>
      items.flatMap(({ blocks }) => {
        const heading = headingText(blocks[0]!).replace(/[。：；\s]/g, '');
        return onlyBareVerbs.test(heading)
          ? [findBlock(objectRule, blocks[0]!, `标题“${heading}”没有写明对什么做。`)]
          : [];
      }),
    ),
};
