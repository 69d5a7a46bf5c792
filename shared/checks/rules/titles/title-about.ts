import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/title-about',
  severity: 'should',
  source: sources.title,
  title: '标题写明发文机关、事由和文种，事由前用“关于”',
  examples: {
    right: '标题：云川市人民政府关于推进标准化工作的意见',
    wrong: '标题：云川市人民政府推进标准化工作的意见',
  },
} as const;

export const titleAbout: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    if (block.type !== 'title') return [];
    const text = blockText(block).replace(/\s/g, '');
    return /^[\u4e00-\u9fff]{2,16}(?:人民政府|人民政府办公室|人民政府办公厅)(?!关于|批转|转发|令|办公|工作)[\u4e00-\u9fff“”、]{4,60}的(?:通知|意见|实施意见|决定|通告|公告|通报|批复)$/.test(
      text,
    )
      ? [findBlock(rule, block, '标题的事由前面缺“关于”。')]
      : [];
  },
};
