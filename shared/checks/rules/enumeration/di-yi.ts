import { toChineseNumeral } from '../../../numbering/chinese-numerals';
import type { BlockCheck } from '../../types';
import { sources } from '../tools/sources';
import { brokenSequences, readOrdinals } from './ordinal-sequence';

const rule = {
  id: 'consistency/di-yi',
  severity: 'should',
  source: sources.editing,
  title: '“第一”“第二”“第三”依次连续',
  examples: {
    right: '第一，编制体系表。第二，建设平台。第三，培训专员。',
    wrong: '第一，编制体系表。第三，建设平台。第四，培训专员。',
  },
} as const;

export const diYi: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) =>
    brokenSequences(
      rule,
      block,
      readOrdinals(block, /(?<=^|[。；：])第([一二三四五六七八九十]{1,2})(?=[，、])/g),
      (value) => `第${toChineseNumeral(value)}`,
    ),
};
