import { fromChineseNumeral } from '../../../numbering/chinese-numerals';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readOrdinals } from './ordinal-sequence';

const rule = {
  id: 'consistency/announced-count',
  severity: 'should',
  source: sources.editing,
  title: '说“三个方面”，就列出三个方面',
  examples: {
    right: '重点抓好三项工作：一是编制体系表。二是建设平台。三是培训专员。',
    wrong: '重点抓好四项工作：一是编制体系表。二是建设平台。三是培训专员。',
  },
} as const;

/** The count stands right before the list, in the same paragraph. */
export const announcedCount: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const text = foldedText(block);
    if (!/一[是要]/.test(text)) return [];
    const announced =
      /([两二三四五六七八九十]{1,2}|\d{1,2})(?:个方面|项(?:重点)?(?:工作|任务|措施|内容|要求)|个问题|类情形|个环节|点要求|个重点)[^。；：]{0,6}[：。](?=一是|一要)/.exec(
        text,
      );
    if (!announced) return [];
    const numeral = announced[1]!.replace('两', '二');
    const count = /^\d+$/.test(numeral) ? Number(numeral) : (fromChineseNumeral(numeral) ?? 0);
    const members = readOrdinals(block, /(?<=^|[。；：，])([一二三四五六七八九十]{1,2})(?:是|要)(?!否|非)/g).filter(
      ({ start }) => start > announced.index,
    );
    const last = members.at(-1)?.value ?? 0;
    if (last === count || members.some(({ value }, at) => value !== at + 1)) return [];
    const range = { start: announced.index, end: announced.index + announced[0].length };
    return [findBlock(rule, block, `这里说“${announced[0].slice(0, -1)}”，后面列出的是 ${last} 项。`, range)];
  },
};
