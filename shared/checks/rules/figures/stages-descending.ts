import { foldedText } from '../../../recognise/lines/folded-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/stages-descending',
  severity: 'hint',
  source: sources.editing,
  title: '分阶段目标的年份由近到远',
  examples: {
    right: '到2026年，制定标准5项；到2028年，制定标准12项。',
    wrong: '到2028年，制定标准12项；到2026年，制定标准5项。',
  },
} as const;

export const stagesDescending: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    if (block.type === 'table') return [];
    const stages = [...foldedText(block).matchAll(/(?<=^|[。；])(?:力争)?到((?:19|20)\d{2})年(?:底|末)?，/g)];
    return stages.flatMap((stage, at) => {
      const before = stages[at - 1];
      if (!before || Number(before[1]) <= Number(stage[1])) return [];
      const range = { start: stage.index, end: stage.index + stage[0].length };
      return [findBlock(rule, block, `前面写到${before[1]}年，后面写${stage[1]}年，请核对次序。`, range)];
    });
  },
};
