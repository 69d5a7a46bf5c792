import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { titleKey } from '../../../recognise/lines/fold';
import type { DocumentCheck } from '../../types';
import { editDistance } from '../tools/edit-distance';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/near-titles',
  severity: 'should',
  source: sources.revision,
  title: '同一份文件前后引用的名称一字不差',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量强市建设纲要》要求。\n二、衔接\n与《云川市质量强市建设纲要》同步推进。',
    wrong:
      '云川市推进标准化工作实施方案\n一、依据\n落实《云川市质量强市建设纲要》要求。\n二、衔接\n与《云川市质量强市建没纲要》同步推进。',
  },
} as const;

const titles = byBlock((block) =>
  [...blockText(block).matchAll(/《([^《》]{8,60})》/g)].map(({ 0: text, 1: title = '', index }) => ({
    block,
    title,
    key: titleKey(title),
    start: index,
    end: index + text.length,
  })),
);

/** What tells two documents of one series apart: years, numbers, drafts and places. */
const series = /[\d一二三四五六七八九十]|试行|修订|省|市|县|区/g;

export const nearTitles: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const known: { title: string; key: string }[] = [];
    return blocks.flatMap(titles).flatMap(({ block, title, key, start, end }) => {
      if (known.some((other) => other.key === key)) return [];
      const near = known.find(
        (other) =>
          Math.abs(other.key.length - key.length) <= 1 &&
          (other.key.match(series) ?? []).join('') === (key.match(series) ?? []).join('') &&
          editDistance(other.key, key, 1) <= 1,
      );
      known.push({ title, key });
      return near
        ? [findBlock(rule, block, `前文写作《${near.title}》，这里写作《${title}》，请核对。`, { start, end })]
        : [];
    });
  },
};
