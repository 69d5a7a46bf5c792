import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'depth/long-paragraph',
  severity: 'hint',
  source: sources.editing,
  title: '一段不超过一页',
  examples: {
    right: '编制电机标准体系表，年内发布。',
    wrong: '编制电机、茶叶、陶瓷三个产业的标准体系表，逐年修订。'.repeat(26),
  },
} as const;

/** A page holds 22 lines of 28 characters: 616. */
const longest = 616;

export const longParagraph: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const { length } = blockText(block);
    return (block.type === 'paragraph' || block.type === 'clause') && length > longest
      ? [findBlock(rule, block, `这一段有 ${length} 字，超过一页，可以分段。`, { start: 0, end: 20 })]
      : [];
  },
};
