import type { Block } from '../../../document/block';
import { blockText } from '../../../document/plain-text';
import type { OutlineNode } from '../../../numbering/build-outline';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/list-stops',
  severity: 'should',
  source: sources.punctuation,
  title: '用分号分隔的各项，最后一项用句号',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n二、工作任务\n1.编制电机标准体系表；\n2.建设标准信息平台；\n3.培训标准化专员。\n三、保障措施\n安排专项资金。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n二、工作任务\n1.编制电机标准体系表；\n2.建设标准信息平台；\n3.培训标准化专员；\n三、保障措施\n安排专项资金。',
  },
} as const;

const lists = (nodes: readonly OutlineNode[]): (readonly OutlineNode[])[] => [
  nodes.every(({ kind, end, start }) => kind === 'clause' && end === start + 1) ? nodes : [],
  ...nodes.flatMap((node) => lists(node.children)),
];

export const listStops: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) => {
    if (part.kind === 'attachment') return [];
    return lists(outline.children).flatMap((nodes) => {
      const items = nodes.flatMap((node): Block[] => (part.children[node.start] ? [part.children[node.start]!] : []));
      const last = items.at(-1);
      if (!last || items.length < 3 || !items.every((item) => foldedText(item).trimEnd().endsWith('；'))) return [];
      // What follows may be the rest of the list.
      const next = part.children[part.children.indexOf(last) + 1];
      if (next?.type !== 'clause' && next?.type !== 'signature') return [];
      const text = blockText(last).trimEnd();
      const range = { start: text.length - 1, end: text.length };
      return [
        findBlock(rule, last, '这一项是最后一项，末尾的“；”应为“。”。', range, {
          kind: 'replace',
          blockId: last.id,
          ...range,
          text: '。',
        }),
      ];
    });
  },
};
