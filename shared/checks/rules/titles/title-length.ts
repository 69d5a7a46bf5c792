import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/title-length',
  severity: 'hint',
  source: sources.title,
  title: '标题简明，不超过三行',
  examples: {
    right: '标题：云川市推进标准化工作实施方案',
    wrong:
      '标题：云川市人民政府办公室关于印发云川市推进电机产业茶叶产业陶瓷产业生物医药产业和现代服务业标准体系建设与质量提升专项行动实施方案的通知',
  },
} as const;

/** Three lines of 22 characters. */
const longest = 60;

export const titleLength: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const { length } = blockText(block).replace(/\s/g, '');
    return block.type === 'title' && length > longest
      ? [findBlock(rule, block, `标题有 ${length} 字，排起来超过三行，可以精简。`)]
      : [];
  },
};
