import { headingText } from '../../../document/heading-text';
import type { OutlineNode } from '../../../numbering/build-outline';
import type { PartCheck } from '../../types';
import { hasVerb, startsWithVerb } from '../depth/action-verbs';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/parallel-headings',
  severity: 'hint',
  source: sources.editing,
  title: '同一层次的标题句式一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、主要任务\n（一）编制标准体系。年内发布。\n（二）建设信息平台。年内建成。\n（三）培训标准专员。每年300名。\n（四）开展企业试点。选10家企业。\n二、保障措施\n安排专项资金。',
    wrong:
      '云川市推进标准化工作实施方案\n一、主要任务\n（一）编制标准体系。年内发布。\n（二）建设信息平台。年内建成。\n（三）标准专员队伍。每年300名。\n（四）开展企业试点。选10家企业。\n二、保障措施\n安排专项资金。',
  },
} as const;

/** Fewer siblings have no pattern. */
const fewest = 4;
const longest = 24;

const groups = (nodes: readonly OutlineNode[]): OutlineNode[][] => [
  ...[2, 3].map((level) => nodes.filter((node) => node.kind === 'clause' && node.level === level)),
  ...nodes.flatMap((node) => groups(node.children)),
];

/** Where all headings of a group but one begin with a verb, the other one is named. */
export const parallelHeadings: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) => {
    if (part.kind === 'attachment') return [];
    const blocks = new Map(part.children.map((block) => [block.id, block] as const));
    return groups(outline.children).flatMap((group) => {
      const headings = group.flatMap((node) => {
        const block = blocks.get(node.id);
        const text = block ? headingText(block).replace(/[。：；]$/, '') : '';
        return block && text !== '' && text.length <= longest && !/[，；、]/.test(text) ? [{ block, text }] : [];
      });
      if (headings.length < fewest || headings.length < group.length) return [];
      const others = headings.filter(({ text }) => !startsWithVerb.test(text));
      const [other] = others;
      if (!other || others.length > 1 || hasVerb.test(other.text)) return [];
      return [
        findBlock(rule, other.block, `同层其他${headings.length - 1}个标题都以动词开头，“${other.text}”不是，请核对。`),
      ];
    });
  },
};
