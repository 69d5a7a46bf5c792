import { foldedText } from '../../../recognise/lines/folded-text';
import type { BlockCheck } from '../../types';
import { sources } from '../tools/sources';
import { brokenSequences, readOrdinals } from './ordinal-sequence';

const rule = {
  id: 'consistency/bracketed-numbers',
  severity: 'should',
  source: sources.headings,
  title: '段落里的（1）（2）（3）依次连续',
  examples: {
    right: '具体包括：（1）编制体系表；（2）建设平台；（3）培训专员。',
    wrong: '具体包括：（1）编制体系表；（2）建设平台；（2）培训专员。',
  },
} as const;

export const bracketedNumbers: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    if (block.type === 'table' || !foldedText(block).includes('（1）')) return [];
    const members = readOrdinals(block, /(?<=^|[。；：，])（(\d{1,2})）/g);
    return members[0]?.value === 1 ? brokenSequences(rule, block, members, (value) => `（${value}）`) : [];
  },
};
