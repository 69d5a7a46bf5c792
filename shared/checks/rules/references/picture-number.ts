import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readMentions } from './mentioned-numbers';
import { numberedPictures } from './numbered-things';

const rule = {
  id: 'consistency/picture-number',
  severity: 'should',
  source: sources.revision,
  title: '正文说到的图都有',
  examples: {
    right:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n站点分布见图1。\n【图片】站点分布\n二、保障措施\n安排专项资金。',
    wrong:
      '云川市标准化发展规划（2026—2030年）\n一、主要任务\n站点分布见图3。\n【图片】站点分布\n二、保障措施\n安排专项资金。',
  },
} as const;

/** Only where pictures are numbered: a text may speak of those of an attachment that lies elsewhere. */
export const pictureNumber: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks, textBlocks, labels }) => {
    const known = new Set(numberedPictures(blocks, labels).map(({ value }) => value));
    if (known.size === 0) return [];
    return textBlocks
      .flatMap(readMentions)
      .flatMap(({ block, kind, value, text, start, end }) =>
        kind === '图' && !known.has(value)
          ? [findBlock(rule, block, `这里说到“${text}”，文中没有这张图。`, { start, end })]
          : [],
      );
  },
};
