import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readUnits } from './note-units';

const rule = {
  id: 'consistency/unit-twice',
  severity: 'should',
  source: sources.editing,
  title: '一处责任单位里，同一个单位只写一次',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n编制体系表，年内完成。（责任单位：市市场监管局、市财政局、市商务局）',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n编制体系表，年内完成。（责任单位：市市场监管局、市财政局、市市场监管局）',
  },
} as const;

export const unitTwice: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const text = blockText(block);
    // A remark on what follows (以下均需……) names units again.
    if (/以下|均|不再/.test(text)) return [];
    const known = new Set<string>();
    return readUnits(block).flatMap((name) => {
      const again = known.has(name);
      known.add(name);
      const start = text.lastIndexOf(name);
      return again ? [findBlock(rule, block, `“${name}”在这里写了两次。`, { start, end: start + name.length })] : [];
    });
  },
};
