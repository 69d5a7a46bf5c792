import type { GovDocument } from '../../../document/document';
import { blockText } from '../../../document/plain-text';
import { allBlocks, findBlock } from '../../finding';
import { sources } from '../../sources';
import type { Check } from '../../types';

const rule = {
  id: 'form/half-width',
  severity: 'hint',
  source: sources.punctuation,
  title: '中文里的标点用全角',
  examples: { right: '完善标准，加强监管。', wrong: '完善标准,加强监管。' },
} as const;

const halfWidth = /(?<=[\u4e00-\u9fff”）》])[,;:?!()]|[,;:?!()](?=[\u4e00-\u9fff“（《])/g;
const fullWidth = /[，；：？！（）]/g;

/** Whether commas, brackets and colons are half-width throughout: what copying from a web page does. */
export const isHalfWidthText = (document: Pick<GovDocument, 'parts'>): boolean => {
  let half = 0;
  let full = 0;
  for (const block of allBlocks(document)) {
    const text = blockText(block);
    half += text.match(halfWidth)?.length ?? 0;
    full += text.match(fullWidth)?.length ?? 0;
  }
  return half > full;
};

/** Said once per document, at the first place, however many there are. */
export const halfWidthPunctuation: Check = {
  ...rule,
  run: (document) => {
    const places = allBlocks(document).flatMap((block) =>
      [...blockText(block).matchAll(halfWidth)].map((match) => ({ block, start: match.index, mark: match[0] })),
    );
    const [first] = places;
    if (!first) return [];
    const marks = [...new Set(places.map(({ mark }) => mark))].join(' ');
    const message = `有 ${places.length} 处标点是半角（${marks}），应改为全角。`;
    return [findBlock(rule, first.block, message, { start: first.start, end: first.start + 1 })];
  },
};
