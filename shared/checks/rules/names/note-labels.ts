import { byBlock } from '../../../document/by-block';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/note-labels',
  severity: 'hint',
  source: sources.editing,
  title: '责任单位的称谓全文一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表。年内完成。（牵头单位：市市场监管局；配合单位：市财政局）\n（二）建设平台。年内建成。（牵头单位：市数据局；配合单位：市财政局）',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表。年内完成。（牵头单位：市市场监管局；配合单位：市财政局）\n（二）建设平台。年内建成。（牵头单位：市数据局；协办单位：市财政局）',
  },
} as const;

/** Words for one and the same role. */
const roles = [
  ['牵头单位', '牵头部门', '主办单位'],
  ['配合单位', '协办单位', '协同单位', '参与单位', '参加单位', '配合部门', '协助单位'],
  ['责任单位', '负责单位', '责任部门', '负责部门'],
] as const;

const labels = byBlock((block) => {
  if (block.type !== 'responsibility') return [];
  return [
    ...foldedText(block).matchAll(/(?:牵头|主办|配合|协办|协同|参与|参加|协助|责任|负责)(?:单位|部门)(?=：)/g),
  ].map(({ 0: label, index }) => ({ block, label, start: index, end: index + label.length }));
});

export const noteLabels: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const found = blocks.flatMap(labels);
    return roles.flatMap((role) => {
      const uses = found.filter(({ label }) => role.some((word) => word === label));
      const [first] = uses;
      const other = uses.find(({ label }) => label !== first?.label);
      return first && other
        ? [findBlock(rule, other.block, `这里写“${other.label}”，前文写“${first.label}”，应当统一。`, other)]
        : [];
    });
  },
};
