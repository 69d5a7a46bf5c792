import type { OutlineNode } from '../../../numbering/build-outline';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { ordinalOf } from '../tools/ordinal-of';
import { sources } from '../tools/sources';

const rule = {
  id: 'depth/lone-item',
  severity: 'hint',
  source: sources.editing,
  title: '一个层次至少有两项',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表。年内发布。\n（二）建设平台。年内建成。\n二、工作要求\n加强协调。',
    wrong: '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表。年内发布。\n二、工作要求\n加强协调。',
  },
} as const;

const lone = (node: OutlineNode): OutlineNode[] => {
  const clauses = node.children.filter(({ kind }) => kind === 'clause');
  const [only] = clauses;
  return [...(clauses.length === 1 && only && only.level > 1 ? [only] : []), ...clauses.flatMap(lone)];
};

/** Numbers that run on from one heading to the next need the first as well. */
const runsOn = (node: OutlineNode, next: OutlineNode | undefined): boolean =>
  ordinalOf(node.label) !== 1 || (next !== undefined && ordinalOf(next.label) === 2);

const ofLevel = (node: OutlineNode, level: number): OutlineNode[] =>
  node.children.flatMap((child) =>
    child.kind !== 'clause' ? [] : child.level === level ? [child] : ofLevel(child, level),
  );

export const loneItem: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) => {
    if (part.kind === 'attachment') return [];
    return lone(outline).flatMap((node) => {
      const block = part.children[node.start];
      // A clause without a number of its own is a heading in a row of others.
      if (block?.type !== 'clause' || block.numbered === false) return [];
      const same = ofLevel(outline, node.level);
      if (runsOn(node, same[same.indexOf(node) + 1])) return [];
      return [findBlock(rule, block, `这一层只有“${node.label}”一项，可以不编号。`)];
    });
  },
};
