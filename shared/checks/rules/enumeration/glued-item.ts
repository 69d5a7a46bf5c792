import type { Block } from '../../../document/block';
import { fromChineseNumeral } from '../../../numbering/chinese-numerals';
import { formatNumber } from '../../../numbering/compute-labels';
import { foldedText } from '../../../recognise/lines/folded-text';
import { findBlock } from '../../finding';
import { sources } from '../../sources';
import type { PartCheck } from '../../types';

const rule = {
  id: 'consistency/glued-item',
  severity: 'should',
  source: sources.headings,
  title: '编号的条目另起一段',
  examples: {
    right: '1.编制电机标准体系表，年内发布。',
    wrong: '1.编制电机标准体系表，年内发布。2.建设标准信息平台，免费开放。',
  },
} as const;

const patterns = {
  1: /[。；]\s*([一二三四五六七八九十]{1,3})、(?=[\u4e00-\u9fff])/g,
  2: /[。；）]\s*（([一二三四五六七八九十]{1,3})）(?=[\u4e00-\u9fff])/g,
  3: /[。；）]\s*(\d{1,2})[.．、](?=[\u4e00-\u9fff])/g,
  4: /[。；]\s*（(\d{1,2})）(?=[\u4e00-\u9fff])/g,
} as const;

const ordinal = (label: string): number => {
  const numeral = label.replace(/[^\d一二三四五六七八九十百]/g, '');
  return /^\d+$/.test(numeral) ? Number(numeral) : (fromChineseNumeral(numeral) ?? 0);
};

/** A number typed as text at the front of a paragraph. */
const typed = /^(\d{1,2})[.．、](?=[\u4e00-\u9fff])/;

/** Looks in a numbered item, and in the paragraphs under it, for the number that should come next. */
export const gluedItem: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, labels }) => {
    if (part.kind === 'attachment') return [];
    let item: Extract<Block, { type: 'clause' }> | undefined;
    return part.children.flatMap((block) => {
      if (block.type === 'clause') item = block.boxId === undefined && block.numbered !== false ? block : undefined;
      if ((block.type !== 'clause' && block.type !== 'paragraph') || block.boxId !== undefined) return [];
      const text = foldedText(block);
      const own = block.type === 'paragraph' ? typed.exec(text)?.[1] : undefined;
      if (!item && own === undefined) return [];
      const level = own === undefined ? (item?.level ?? 3) : 3;
      const expected = (own === undefined ? ordinal(labels.get(item?.id ?? '') ?? '') : Number(own)) + 1;
      const match = [...text.matchAll(patterns[level])].find(([, numeral = '']) => ordinal(numeral) === expected);
      if (!match) return [];
      const range = { start: match.index + 1, end: match.index + match[0].length };
      return [findBlock(rule, block, `“${formatNumber(level, expected)}”接在上一条后面，应另起一段。`, range)];
    });
  },
};
