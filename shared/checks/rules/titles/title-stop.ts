import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock, replacement } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/title-stop',
  severity: 'should',
  source: sources.title,
  title: '标题末尾不用标点',
  examples: { right: '标题：云川市推进标准化工作实施方案', wrong: '标题：云川市推进标准化工作实施方案。' },
} as const;

export const titleStop: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const text = blockText(block);
    if (block.type !== 'title' || !/[。，；：、]$/.test(text)) return [];
    const range = { start: text.length - 1, end: text.length };
    return [findBlock(rule, block, `标题末尾的“${text.at(-1)}”应删去。`, range, replacement(block, range, ''))];
  },
};
