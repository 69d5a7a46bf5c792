import { titleKey } from '../../../recognise/lines/fold';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readQuotations } from './quoted-documents';

const rule = {
  id: 'consistency/quoted-titles',
  severity: 'should',
  source: sources.revision,
  title: '同一个文号前后引用的文件名称一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。\n二、衔接\n与《云川市质量提升行动方案》（云政发〔2025〕8号）同步推进。',
    wrong:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。\n二、衔接\n与《云川市质量强市行动方案》（云政发〔2025〕8号）同步推进。',
  },
} as const;

export const quotedTitles: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const first = new Map<string, string>();
    return blocks.flatMap(readQuotations).flatMap(({ block, title, number, start, end }) => {
      const before = first.get(number);
      if (before === undefined) first.set(number, title);
      if (before === undefined) return [];
      const [one, other] = [titleKey(before), titleKey(title)];
      // The issuer and 关于印发…的通知 may be left out.
      if (one.includes(other) || other.includes(one)) return [];
      return [
        findBlock(rule, block, `“${number}”前文的名称是《${before}》，这里是《${title}》，请核对。`, { start, end }),
      ];
    });
  },
};
