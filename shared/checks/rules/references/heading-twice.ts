import type { OutlineNode } from '../../../numbering/build-outline';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { ordinalOf } from '../tools/ordinal-of';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/heading-twice',
  severity: 'should',
  source: sources.editing,
  title: '同一部分里标题不重复',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表\n年内发布首批标准。\n（二）建设平台\n年内开放查询。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表\n年内发布首批标准。\n（二）编制体系表\n年内开放查询。',
  },
} as const;

/** In a series that starts again the headings belong to another document, or to another part of this one. */
const goesOn = (one: OutlineNode, other: OutlineNode): boolean =>
  (ordinalOf(one.label) ?? 0) < (ordinalOf(other.label) ?? 0);

const repeated = (nodes: readonly OutlineNode[]): OutlineNode[] => {
  const known = new Map<string, OutlineNode>();
  return nodes.flatMap((node) => {
    const below = repeated(node.children);
    if (node.kind !== 'clause' || node.text.length < 4) return below;
    const key = `${node.level} ${node.text}`;
    const before = known.get(key);
    if (!before) known.set(key, node);
    return before && goesOn(before, node) ? [node, ...below] : below;
  });
};

export const headingTwice: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) =>
    part.kind === 'attachment'
      ? []
      : repeated(outline.children).flatMap((node) => {
          const block = part.children[node.start];
          return block ? [findBlock(rule, block, `标题“${node.text}”与前面一个标题相同，请核对。`)] : [];
        }),
};
