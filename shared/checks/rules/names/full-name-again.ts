import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readAbbreviations } from './abbreviations';

const rule = {
  id: 'consistency/full-name-again',
  severity: 'hint',
  source: sources.editing,
  title: '声明简称以后用简称',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量强市建设纲要》（以下简称《纲要》）。\n二、衔接\n与《纲要》同步推进。',
    wrong:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量强市建设纲要》（以下简称《纲要》）。\n二、衔接\n与《云川市质量强市建设纲要》同步推进，完成《纲要》任务。',
  },
} as const;

export const fullNameAgain: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) =>
    part.children.flatMap(readAbbreviations).flatMap(({ block, name, title }) => {
      if (title === null) return [];
      const later = part.children
        .slice(part.children.indexOf(block) + 1)
        .find((other) => blockText(other).includes(title));
      if (!later) return [];
      const at = blockText(later).indexOf(title);
      return [
        findBlock(rule, later, `${title}前文已简称“${name}”，这里又写了全称。`, { start: at, end: at + title.length }),
      ];
    }),
};
