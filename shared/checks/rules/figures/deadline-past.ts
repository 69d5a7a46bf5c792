import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { documentDay } from '../../../plan/times/document-day';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/deadline-past',
  severity: 'should',
  source: sources.editing,
  title: '完成时限晚于成文日期',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n2026年底前完成电机标准。\n云川市人民政府\n2026年3月5日',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n2025年底前完成电机标准。\n云川市人民政府\n2026年3月5日',
  },
} as const;

/** A deadline still to come; what was finished by then (完成了, 已完成) is no deadline. */
const deadlines = byBlock((block) =>
  block.type === 'table'
    ? []
    : [
        ...blockText(block).matchAll(
          /(?<!\d)((?:19|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?之?前(?!已|就)[^。；，、]{0,12}?(?:完成|建成|出台|报送)(?!了|的|情况)/g,
        ),
      ].map(({ 0: text, 1: year = '', index }) => ({ block, text, year, start: index, end: index + text.length })),
);

export const deadlinePast: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document, { textBlocks }) => {
    const year = documentDay(document)?.slice(0, 4);
    if (year === undefined) return [];
    return textBlocks
      .flatMap(deadlines)
      .flatMap((found) =>
        found.year < year
          ? [findBlock(rule, found.block, `“${found.text}”早于成文日期（${year}年），请核对。`, found)]
          : [],
      );
  },
};
