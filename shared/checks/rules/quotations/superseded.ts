import { z } from 'zod';
import data from '../../../../assets/dictionaries/superseded.json';
import { byBlock } from '../../../document/by-block';
import { documentDay } from '../../../plan/times/document-day';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

/** Documents that are no longer in force: their name or number, since when, and what stands in their place. */
export const supersededSchema = z.array(
  z.strictObject({ text: z.string().min(4), since: z.iso.date(), instead: z.string().min(2) }),
);

const superseded = supersededSchema.parse(data);
export const supersededCount = superseded.length;
const entries = new Map(superseded.map((entry) => [entry.text, entry] as const));
const pattern = new RegExp(superseded.map(({ text }) => text.replace(/[.()[\]]/g, '\\$&')).join('|'), 'g');

const rule = {
  id: 'consistency/superseded',
  severity: 'should',
  source: sources.revision,
  title: '引用的法规、文件现行有效',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n根据《中华人民共和国民法典》，提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n根据《中华人民共和国合同法》，提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日',
  },
} as const;

const places = byBlock((block) =>
  [...foldedText(block).matchAll(pattern)].map(({ 0: text, index }) => ({
    block,
    text,
    start: index,
    end: index + text.length,
  })),
);

export const supersededDocuments: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document, { blocks }) => {
    const found = blocks.flatMap(places);
    if (found.length === 0) return [];
    // What was in force on its day was rightly quoted; a draft without a date is of today.
    const day = documentDay(document);
    return found.flatMap(({ block, text, start, end }) => {
      const entry = entries.get(text);
      if (!entry || (day !== null && day < entry.since)) return [];
      return [
        findBlock(rule, block, `“${text}”自${entry.since.slice(0, 4)}年起已不再有效，现为${entry.instead}，请核对。`, {
          start,
          end,
        }),
      ];
    });
  },
};
