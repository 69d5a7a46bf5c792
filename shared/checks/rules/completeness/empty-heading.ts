import { blockText } from '../../../document/plain-text';
import type { OutlineNode } from '../../../numbering/build-outline';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'completeness/empty-heading',
  severity: 'should',
  source: sources.editing,
  title: '标题有字，标题下有内容',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n二、工作任务\n建设标准信息平台。\n三、保障措施\n安排专项资金。',
    wrong: '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n二、工作任务\n三、保障措施\n安排专项资金。',
  },
} as const;

/** Longest text that still reads as a heading and not as an item. */
const maxHeading = 30;

const isBare = (node: OutlineNode): boolean => node.end === node.start + 1;

/** A heading with nothing under it where its siblings have something; a bare list of items is not meant. */
const bareHeadings = (siblings: readonly OutlineNode[]): OutlineNode[] => {
  const filled = siblings.filter((node) => !isBare(node)).length;
  const bare = siblings.filter(
    (node) =>
      node.kind === 'clause' && isBare(node) && node.text.length <= maxHeading && !/[。；;，,：:]/.test(node.text),
  );
  return [
    ...(filled > 0 && filled >= siblings.length / 2 ? bare : []),
    ...siblings.flatMap((node) => bareHeadings(node.children)),
  ];
};

export const emptyHeading: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline, labels }) => {
    if (part.kind === 'attachment') return [];
    const bare = new Set(bareHeadings(outline.children).map(({ id }) => id));
    return part.children.flatMap((block) => {
      if (block.type !== 'clause') return [];
      const text = blockText(block);
      const label = labels.get(block.id) ?? '';
      if (text.trim() === '') return [findBlock(rule, block, `“${label}”后面没有文字，请补写或删去。`)];
      if (block.runIn || /[。；;]$/.test(text) || !bare.has(block.id)) return [];
      return [findBlock(rule, block, `“${label}${text}”下面没有内容，请补写或删去。`)];
    });
  },
};
