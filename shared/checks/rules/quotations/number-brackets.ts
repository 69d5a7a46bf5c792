import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/number-brackets',
  severity: 'hint',
  source: sources.documentNumber,
  title: '引用的文号，年份用六角括号〔〕',
  examples: {
    right: '落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。',
    wrong: '落实《云川市质量提升行动方案》（云政发[2025]8号）要求。',
  },
} as const;

const places = byBlock((block) =>
  [...blockText(block).matchAll(/[\u4e00-\u9fff]{1,8}([[(（【［﹝]\d{4}[\])）】］﹞])第?\d+号/g)].map(
    ({ 0: text, index }) => ({ block, text, start: index, end: index + text.length }),
  ),
);

/** Web pages turn 〔〕 into []: said once per document. */
export const numberBrackets: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const found = blocks.flatMap(places);
    const [first] = found;
    return first
      ? [
          findBlock(
            rule,
            first.block,
            `有 ${found.length} 处文号的年份没有用六角括号〔〕（如“${first.text}”）。`,
            first,
          ),
        ]
      : [];
  },
};
