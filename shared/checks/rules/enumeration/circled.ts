import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/circled-numbers',
  severity: 'should',
  source: sources.editing,
  title: '①②③依次连续',
  examples: {
    right: '包括①编制体系表；②建设平台；③培训专员。',
    wrong: '包括①编制体系表；②建设平台；④培训专员。',
  },
} as const;

const first = '①'.charCodeAt(0);

export const circledNumbers: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    if (block.type === 'table') return [];
    const members = [...blockText(block).matchAll(/[①-⑳]/g)].map(({ 0: mark, index }) => ({
      mark,
      value: mark.charCodeAt(0) - first + 1,
      index,
    }));
    if (members[0]?.value !== 1) return [];
    return members.flatMap(({ mark, value, index }, at) => {
      const before = members[at - 1];
      if (!before || value === 1 || value === before.value + 1) return [];
      const next = String.fromCharCode(first + before.value);
      return [
        findBlock(rule, block, `“${before.mark}”后面应为“${next}”，这里是“${mark}”。`, {
          start: index,
          end: index + 1,
        }),
      ];
    });
  },
};
