import type { Block } from '../../../document/block';
import { fromChineseNumeral } from '../../../numbering/chinese-numerals';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { Finding, RuleHead } from '../../types';
import { findBlock } from '../tools/finding';

type Counted = Readonly<{ value: number; start: number; end: number; words: string }>;

/** Numerals of a pattern's first group in one text, read as numbers. */
export const readOrdinals = (block: Block, pattern: RegExp): Counted[] =>
  [...foldedText(block).matchAll(pattern)].flatMap((match) => {
    const numeral = match[1] ?? '';
    const value = /^\d+$/.test(numeral) ? Number(numeral) : (fromChineseNumeral(numeral) ?? 0);
    return value > 0 ? [{ value, start: match.index, end: match.index + match[0].length, words: match[0] }] : [];
  });

/**
 * Where a run of numbered members (一是…二是…) leaves one out or says one twice. A one begins a new run; a text that
 * does not begin at one goes on from the block above.
 */
export const brokenSequences = (
  rule: RuleHead,
  block: Block,
  members: readonly Counted[],
  nameOf: (value: number) => string,
): Finding[] => {
  const found: Finding[] = [];
  members.forEach((member, at) => {
    const before = members[at - 1];
    if (!before || member.value === 1 || member.value === before.value + 1) return;
    const message = `“${before.words}”后面应为“${nameOf(before.value + 1)}”，这里是“${member.words}”。`;
    found.push(findBlock(rule, block, message, member));
  });
  return found;
};
