import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'wording/unit-spoken',
  severity: 'hint',
  source: sources.wording,
  title: '单位用规范化简称',
  examples: { right: '由市发展改革委牵头。', wrong: '由市发改委牵头。' },
} as const;

/** Said once per document with all such names. */
export const unitSpoken: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks, unitNames }) => {
    const found = blocks.flatMap(unitNames).filter(({ text, usual }) => text !== usual);
    const [first] = found;
    if (!first) return [];
    const pairs = [...new Set(found.map(({ text, usual }) => `${text}（${usual}）`))];
    return [findBlock(rule, first.block, `不是规范化简称，括号内为通行写法：${pairs.join('、')}。`, first)];
  },
};
