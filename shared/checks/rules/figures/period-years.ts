import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/period-deadlines',
  severity: 'should',
  source: sources.editing,
  title: '完成时限在文件的起止年份以内',
  examples: {
    right:
      '云川市标准化工作行动方案（2026—2028年）\n一、工作目标\n到2028年，制定标准12项。\n二、工作任务\n编制体系表，2027年底前完成。',
    wrong:
      '云川市标准化工作行动方案（2026—2028年）\n一、工作目标\n到2028年，制定标准12项。\n二、工作任务\n编制体系表，2029年底前完成。',
  },
} as const;

/** Years between which a title says a document holds. */
export const readPeriod = byBlock((block) => {
  if (block.type !== 'title' && block.type !== 'subtitle') return null;
  const match = /((?:19|20)\d{2})年?[—\-~～至到]+((?:19|20)\d{2})年?/.exec(foldedText(block));
  return match ? { from: Number(match[1]), to: Number(match[2]) } : null;
});

const deadlines = byBlock((block) =>
  block.type === 'title'
    ? []
    : [
        ...blockText(block).matchAll(
          /(?<!\d)((?:19|20)\d{2})年(?:(?:\d{1,2}月)?(?:底|末)?之?前|底)(?:，|全面|全部|基本)?(?:完成|建成|出台|制定)/g,
        ),
      ].map(({ 0: text, 1: year, index }) => ({
        block,
        text,
        year: Number(year),
        start: index,
        end: index + text.length,
      })),
);

export const periodDeadlines: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { textBlocks }) => {
    const period = textBlocks.map(readPeriod).find((found) => found !== null);
    if (!period || period.from >= period.to) return [];
    return textBlocks.flatMap(deadlines).flatMap(({ block, text, year, start, end }) =>
      year > period.to || year < period.from - 1
        ? [
            findBlock(rule, block, `“${text}”不在标题所写的${period.from}—${period.to}年以内，请核对。`, {
              start,
              end,
            }),
          ]
        : [],
    );
  },
};
