import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readMentions } from './mentioned-numbers';
import { numberedTables } from './numbered-things';
import { writtenCaptions } from './written-captions';

const rule = {
  id: 'consistency/table-number',
  severity: 'should',
  source: sources.revision,
  title: '正文说到的表都有',
  examples: {
    right:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n指标见表2。\n表1 标准数量\n表2 标准质量\n二、保障措施\n安排专项资金。',
    wrong:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n指标见表4。\n表1 标准数量\n表2 标准质量\n二、保障措施\n安排专项资金。',
  },
} as const;

/** Only where tables are numbered: published texts are often put online without them. */
export const tableNumber: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks, textBlocks, labels }) => {
    const known = new Set(numberedTables(blocks, labels).map(({ value }) => value));
    if (known.size === 0) return [];
    return textBlocks
      .filter((block) => writtenCaptions(block).length === 0)
      .flatMap(readMentions)
      .flatMap(({ block, kind, value, text, start, end }) =>
        kind === '表' && !known.has(value)
          ? [findBlock(rule, block, `这里说到“${text}”，文中没有这张表。`, { start, end })]
          : [],
      );
  },
};
