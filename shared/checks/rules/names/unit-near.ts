import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { editDistance } from '../tools/edit-distance';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readUnits } from './note-units';

const rule = {
  id: 'consistency/unit-near',
  severity: 'should',
  source: sources.editing,
  title: '责任单位的名称前后一字不差',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表。年内完成。（责任单位：市市场监管局、市财政局）\n（二）建设平台。年内建成。（责任单位：市市场监管局）\n（三）培训专员。每年300名。（责任单位：市市场监管局）\n（四）开展试点。建园区3个。（责任单位：市市场监管局）',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n（一）编制体系表。年内完成。（责任单位：市市场监管局、市财政局）\n（二）建设平台。年内建成。（责任单位：市市场监管局）\n（三）培训专员。每年300名。（责任单位：市市场监管局）\n（四）开展试点。建园区3个。（责任单位：市市场监督局）',
  },
} as const;

const unitsIn = byBlock((block) => {
  const text = blockText(block);
  return readUnits(block).flatMap((name) => {
    const start = text.indexOf(name);
    return start < 0 ? [] : [{ block, name, start, end: start + name.length }];
  });
});

/** Names this short differ by one character because they are two bodies (市民政局, 市财政局). */
const shortest = 6;
const often = 3;

/** A listed name that differs by one character from one that is not listed; short ones differ by less than that. */
const nearest = (name: string, known: readonly string[]): string | undefined =>
  name.length < shortest - 1
    ? undefined
    : known.find((other) => name.charAt(0) === other.charAt(0) && editDistance(name, other, 1) === 1);

export const unitNear: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks, knownUnits }) => {
    const found = blocks.flatMap(unitsIn);
    const counts = new Map<string, number>();
    for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
    const usual = [...counts]
      .filter(([name, count]) => count >= often && name.length >= shortest)
      .map(([name]) => name);
    const listed = new Set(knownUnits);
    return found.flatMap(({ block, name, start, end }) => {
      const meant = listed.size > 0 && !listed.has(name) ? nearest(name, knownUnits) : undefined;
      if (meant)
        return [findBlock(rule, block, `“${name}”不在单位名录里，名录中有“${meant}”，请核对。`, { start, end })];
      if (counts.get(name) !== 1 || name.length < shortest) return [];
      // The first character is the level (市, 县), which tells bodies apart.
      const near = usual.find(
        (other) =>
          other.charAt(0) === name.charAt(0) &&
          other !== name &&
          editDistance(name, other, 1) === 1 &&
          !/[\d一二三四五六七八九十东南西北]/.test(name),
      );
      return near ? [findBlock(rule, block, `“${name}”只出现一次，别处写作“${near}”，请核对。`, { start, end })] : [];
    });
  },
};
