import { toChineseNumeral } from '../../../numbering/chinese-numerals';
import type { BlockCheck } from '../../types';
import { sources } from '../tools/sources';
import { brokenSequences, readOrdinals } from './ordinal-sequence';

const rule = {
  id: 'consistency/yi-shi',
  severity: 'should',
  source: sources.editing,
  title: '“一是”“二是”“三是”依次连续',
  examples: {
    right: '一是编制体系表。二是建设平台。三是培训专员。',
    wrong: '一是编制体系表。二是建设平台。四是培训专员。',
  },
} as const;

export const yiShi: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) =>
    brokenSequences(
      rule,
      block,
      readOrdinals(block, /(?<=^|[。；：，）])([一二三四五六七八九十]{1,2})(?:是|要)(?!否|非)/g),
      (value) => `${toChineseNumeral(value)}是`,
    ),
};
