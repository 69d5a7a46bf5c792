import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { OutlineNode } from '../../../numbering/build-outline';
import type { PartCheck } from '../../types';
import { findBlock, replacement } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/sibling-stops',
  severity: 'should',
  source: sources.editing,
  title: '同一层次独立成行的标题，末尾标点一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）建立标准体系\n编制标准体系表，发布首批标准。\n（二）推广先进标准\n编写操作手册，开展全员培训。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）建立标准体系\n编制标准体系表，发布首批标准。\n（二）推广先进标准。\n编写操作手册，开展全员培训。',
  },
} as const;

const maxHeading = 40;

const endsItem = byBlock((block) => /[；;]$/.test(blockText(block)));
const readsAsHeading = byBlock((block) => {
  const text = blockText(block);
  const alone = block.type === 'clause' && !block.runIn && text !== '' && text.length <= maxHeading;
  return alone && !/。.|[；：;:]|(?:情形|条件|的)。?$/.test(text);
});

/** Headings of one level under one parent that stand alone above a text. */
const groups = (nodes: readonly OutlineNode[]): OutlineNode[][] => [
  ...[1, 2, 3, 4].map((level) => nodes.filter((node) => node.kind === 'clause' && node.level === level)),
  ...nodes.flatMap((node) => groups(node.children)),
];

export const siblingStops: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) => {
    const blocks = new Map(part.children.map((block) => [block.id, block] as const));
    const standsAlone = (node: OutlineNode): Block[] => {
      const block = blocks.get(node.id);
      return block && node.end > node.start + 1 && readsAsHeading(block) ? [block] : [];
    };
    return groups(outline.children).flatMap((group) => {
      // Members that end in semicolons are items of a sentence.
      if (group.some((node) => endsItem(blocks.get(node.id) ?? part.children[0]!))) return [];
      const headings = group.flatMap(standsAlone);
      const stopped = headings.filter((block) => blockText(block).endsWith('。'));
      if (stopped.length === 0 || stopped.length === headings.length || headings.length * 2 < group.length) return [];
      // A heading on a line of its own takes no stop, so the ones that have it are named.
      return stopped.map((block) => {
        const { length } = blockText(block);
        const range = { start: length - 1, end: length };
        const message = `同层的标题末尾有的有“。”，有的没有；独立成行的标题末尾不用“。”。`;
        return findBlock(rule, block, message, range, replacement(block, range, ''));
      });
    });
  },
};
