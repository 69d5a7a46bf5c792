import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock, replacement } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'completeness/seal-word',
  severity: 'should',
  source: sources.elements,
  title: '署名后面不写“盖章”',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府（盖章）\n2026年3月5日',
  },
} as const;

export const sealWord: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const text = blockText(block);
    // A line of a form ends with a colon.
    const isSigned = block.type === 'signature' && !/[：:]\s*$/.test(text);
    const match = isSigned ? /[（(](?:盖章|公章|印章|加盖公章|章)[）)]/.exec(text) : null;
    if (!match) return [];
    const range = { start: match.index, end: match.index + match[0].length };
    return [findBlock(rule, block, `“${match[0]}”应删去，用印时盖章。`, range, replacement(block, range, ''))];
  },
};
