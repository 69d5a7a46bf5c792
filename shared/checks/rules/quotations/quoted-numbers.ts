import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readQuotations } from './quoted-documents';

const rule = {
  id: 'consistency/quoted-numbers',
  severity: 'should',
  source: sources.revision,
  title: '同一份文件前后引用的文号一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。\n二、衔接\n与《云川市质量提升行动方案》（云政发〔2025〕8号）同步推进。',
    wrong:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。\n二、衔接\n与《云川市质量提升行动方案》（云政发〔2025〕18号）同步推进。',
  },
} as const;

export const quotedNumbers: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const first = new Map<string, string>();
    return blocks.flatMap(readQuotations).flatMap(({ block, title, number, start, end }) => {
      const before = first.get(title);
      if (before === undefined) first.set(title, number);
      if (before === undefined || before === number) return [];
      const message = `《${title}》前文的文号是“${before}”，这里是“${number}”，请核对。`;
      return [findBlock(rule, block, message, { start, end })];
    });
  },
};
