import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/spaces',
  severity: 'hint',
  source: sources.editing,
  title: '汉字之间不留空格',
  examples: { right: '完善电机标准，加强监管。', wrong: '完善电机 标准， 加强监管。' },
} as const;

const places = byBlock((block) => {
  // Names in signatures, dates and titles are spaced out on purpose, cells and items of a 专栏 to line up.
  if ((block.type !== 'paragraph' && block.type !== 'clause') || block.boxId !== undefined) return [];
  const text = blockText(block);
  if (!/[。；]/.test(text)) return [];
  // 第一条　……: the number of an article stands apart.
  return [
    ...text.matchAll(
      /(?<!^ *第[\u4e00-\u9fff]{1,5}[条章节款])(?<=[\u4e00-\u9fff，。；：、])[ \u3000\u00a0]+(?=[\u4e00-\u9fff])/g,
    ),
  ].map(({ 0: gap, index }) => ({ block, start: index, end: index + gap.length }));
});

/** Said once per document: texts from the web are full of them. */
export const spaces: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { textBlocks }) => {
    const found = textBlocks.flatMap(places);
    const [first] = found;
    return first ? [findBlock(rule, first.block, `有 ${found.length} 处汉字之间留有空格，应删去。`, first)] : [];
  },
};
