import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/thousands',
  severity: 'hint',
  source: sources.numbers,
  title: '全文多位数的分节写法一致',
  examples: {
    right: '平台用户达到18000家，培训专员25000人次。',
    wrong: '平台用户达到18,000家，培训专员25000人次。',
  },
} as const;

const grouped = byBlock((block) =>
  [...blockText(block).matchAll(/(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])/g)].map(({ 0: text, index }) => ({
    block,
    start: index,
    end: index + text.length,
  })),
);
const plain = byBlock(
  (block) => blockText(block).match(/(?<![\d,.A-Za-z-])\d{5,7}(?=[个项家名人次吨亩户元万])/g) ?? [],
);

export const thousands: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const [first] = blocks.flatMap(grouped);
    const [other] = blocks.flatMap(plain);
    if (!first || other === undefined) return [];
    return [findBlock(rule, first.block, `多位数有的用“,”分节，有的不分节（如${other}），应当一致。`, first)];
  },
};
