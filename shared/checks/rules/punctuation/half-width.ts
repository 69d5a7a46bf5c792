import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/half-width',
  severity: 'hint',
  source: sources.punctuation,
  title: '中文里的标点用全角',
  examples: { right: '完善标准，加强监管。', wrong: '完善标准,加强监管。' },
} as const;

const halfWidth = /(?<=[\u4e00-\u9fff”）》])[,;:?!()]|[,;:?!()](?=[\u4e00-\u9fff“（《])/g;
const fullWidth = /[，；：？！（）]/g;

type Marks = Readonly<{ block: Block; half: readonly Readonly<{ start: number; mark: string }>[]; full: number }>;

const readMarks = byBlock((block): Marks => {
  const text = blockText(block);
  return {
    block,
    half: [...text.matchAll(halfWidth)].map(({ 0: mark, index }) => ({ mark, start: index })),
    full: text.match(fullWidth)?.length ?? 0,
  };
});

/** Whether commas, brackets and colons are half-width throughout: what copying from a web page does. */
export const isHalfWidthText = (blocks: readonly Block[]): boolean => {
  let half = 0;
  let full = 0;
  for (const block of blocks) {
    const marks = readMarks(block);
    half += marks.half.length;
    full += marks.full;
  }
  return half > full;
};

/** Said once per document, at the first place, however many there are. */
export const halfWidthPunctuation: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const places = blocks.flatMap((block) => readMarks(block).half.map((place) => ({ block, ...place })));
    const [first] = places;
    if (!first) return [];
    const marks = [...new Set(places.map(({ mark }) => mark))].join(' ');
    const message = `有 ${places.length} 处标点是半角（${marks}），应改为全角。`;
    return [findBlock(rule, first.block, message, { start: first.start, end: first.start + 1 })];
  },
};
