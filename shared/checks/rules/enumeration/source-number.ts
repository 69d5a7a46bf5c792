import type { Block } from '../../../document/block';
import { blockText } from '../../../document/plain-text';
import { toChineseNumeral } from '../../../numbering/chinese-numerals';
import { computeLabels } from '../../../numbering/compute-labels';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { ordinalOf } from '../tools/ordinal-of';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/source-number',
  severity: 'should',
  source: sources.headings,
  title: '编号连续',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n二、工作任务\n建设标准信息平台。\n三、保障措施\n安排专项资金。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作目标\n制定地方标准12项。\n二、工作任务\n建设标准信息平台。\n四、保障措施\n安排专项资金。',
  },
} as const;

const withoutSourceNumber = (block: Block): Block => {
  if (!('sourceNumber' in block)) return block;
  const { sourceNumber, ...rest } = block;
  return rest;
};

/** Further off a number belongs to another series, as in a table that was flattened to lines. */
const farthest = 3;

/** A number in its own style with another value. */
const renumbered = (written: string, value: number): string =>
  written.replace(/[\d０-９]+|[一二三四五六七八九十百零〇]+/, (numeral) =>
    /[\d０-９]/.test(numeral) ? String(value) : toChineseNumeral(value),
  );

export const sourceNumber: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document, { textBlocks }) => {
    // Where a 专栏 ends is often a guess, so the numbers of its items are left alone.
    const numbered = textBlocks.filter(
      (block) =>
        (block.type === 'boxTitle' || (block.type === 'clause' && !block.boxId)) && block.sourceNumber !== undefined,
    );
    if (numbered.length === 0) return [];
    const computed = computeLabels({
      parts: document.parts.map((part) => ({ ...part, children: part.children.map(withoutSourceNumber) })),
    });
    /** The jump before at each level, and how far the numbers behind it are off. */
    const open = new Map<number, { off: number; followers: string[] }>();
    return numbered.flatMap((block) => {
      const written = 'sourceNumber' in block ? (block.sourceNumber ?? '') : '';
      const level = block.type === 'clause' ? block.level : 0;
      // 第一章 in place of 一、 is another style, not another number.
      const [right, said] = [ordinalOf(computed.get(block.id) ?? ''), ordinalOf(written)];
      if (right === null || said === null || Math.abs(right - said) > farthest) return [];
      if (right === 1) open.delete(level);
      const before = open.get(level);
      const off = said - right;
      if (off === (before?.off ?? 0)) {
        before?.followers.push(block.id);
        return [];
      }
      const followers: string[] = [];
      open.set(level, { off, followers });
      // Back where the numbers should be: two jumps that make up for each other.
      if (off === 0) return [];
      const head = { start: 0, end: Math.min(blockText(block).length, 12) };
      const fix = { kind: 'clear-source-number', blockId: block.id, followers } as const;
      const following = right + (before?.off ?? 0);
      // A count that goes on below 1 or past 999, where no numbers are, is not gone on with.
      const expected = renumbered(written, following < 1 || following > 999 ? right : following);
      return [findBlock(rule, block, `编号写作“${written}”，按顺序应为“${expected}”。`, head, fix)];
    });
  },
};
