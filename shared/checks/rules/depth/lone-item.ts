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

const clausesIn = (node: OutlineNode): OutlineNode[] =>
  node.children.flatMap((child) => (child.kind === 'clause' ? [child, ...clausesIn(child)] : []));

/** Each clause and the next one of its level in the part. O(clauses). */
const nextOfLevel = (root: OutlineNode): ReadonlyMap<OutlineNode, OutlineNode> => {
  const last = new Map<number, OutlineNode>();
  const next = new Map<OutlineNode, OutlineNode>();
  for (const clause of clausesIn(root)) {
    const before = last.get(clause.level);
    if (before) next.set(before, clause);
    last.set(clause.level, clause);
  }
  return next;
};

export const loneItem: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) => {
    if (part.kind === 'attachment') return [];
    const next = nextOfLevel(outline);
    return lone(outline).flatMap((node) => {
      const block = part.children[node.start];
      // A clause without a number of its own is a heading in a row of others.
      if (block?.type !== 'clause' || block.numbered === false) return [];
      if (runsOn(node, next.get(node))) return [];
      return [findBlock(rule, block, `这一层只有“${node.label}”一项，可以不编号。`)];
    });
  },
};
