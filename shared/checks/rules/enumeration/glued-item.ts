import { type Block, levels } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { formatNumber } from '../../../numbering/compute-labels';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { ordinalOf } from '../tools/ordinal-of';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/glued-item',
  severity: 'should',
  source: sources.headings,
  title: '编号的条目另起一段',
  examples: {
    right: '1.编制电机标准体系表，年内发布。',
    wrong: '1.编制电机标准体系表，年内发布。2.建设标准信息平台，免费开放。',
  },
} as const;

const patterns = {
  1: /[。；]\s*([一二三四五六七八九十]{1,3})、(?=[\u4e00-\u9fff])/g,
  2: /[。；）]\s*（([一二三四五六七八九十]{1,3})）(?=[\u4e00-\u9fff])/g,
  3: /[。；）]\s*(\d{1,2})[.．、](?=[\u4e00-\u9fff])/g,
  4: /[。；]\s*（(\d{1,2})）(?=[\u4e00-\u9fff])/g,
} as const;

/** A number typed as text at the front of a paragraph. */
const typed = /^(\d{1,2})[.．、](?=[\u4e00-\u9fff])/;

/** Numbers behind a stop, and the one typed at the front, by level. */
const candidates = byBlock((block) => {
  const text = foldedText(block);
  const behind = levels.flatMap((level) =>
    [...text.matchAll(patterns[level])].map((match) => ({
      level,
      value: ordinalOf(match[1] ?? ''),
      start: match.index + 1,
      end: match.index + match[0].length,
    })),
  );
  const own = block.type === 'paragraph' ? typed.exec(text)?.[1] : undefined;
  return behind.length > 0 ? { behind, own: own === undefined ? null : Number(own) } : null;
});

/** Looks in a numbered item, and in the paragraphs under it, for the number that should come next. */
export const gluedItem: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, labels }) => {
    if (part.kind === 'attachment') return [];
    let item: Extract<Block, { type: 'clause' }> | undefined;
    return part.children.flatMap((block) => {
      if (block.type === 'clause') item = block.boxId === undefined && block.numbered !== false ? block : undefined;
      if ((block.type !== 'clause' && block.type !== 'paragraph') || block.boxId !== undefined) return [];
      const found = candidates(block);
      if (!found || (!item && found.own === null)) return [];
      const level = found.own === null ? (item?.level ?? 3) : 3;
      const expected = (found.own ?? ordinalOf(labels.get(item?.id ?? '') ?? '') ?? 0) + 1;
      const place = found.behind.find((candidate) => candidate.level === level && candidate.value === expected);
      return place
        ? [findBlock(rule, block, `“${formatNumber(level, expected)}”接在上一条后面，应另起一段。`, place)]
        : [];
    });
  },
};
