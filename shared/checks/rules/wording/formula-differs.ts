import { blockText } from '../../../document/plain-text';
import type { BlockCheck, RuleHead } from '../../types';
import { escapePattern } from '../tools/escape-pattern';
import { findBlock } from '../tools/finding';
import { type Formula, formulas } from '../tools/formulas';
import { sources } from '../tools/sources';

const rule = {
  id: 'wording/formula-differs',
  severity: 'hint',
  source: sources.formulas,
  title: '固定表述与词库一致',
  examples: {
    right: '以习近平新时代中国特色社会主义思想为指导。',
    wrong: '以习近平新时代中国特设社会主义思想为指导。',
  },
} as const;

/** One character of a formula left out, put in, or put in place of another. */
const near = (text: string): RegExp =>
  new RegExp(
    [...text]
      .flatMap((_, at) => {
        const [before, after] = [text.slice(0, at), text.slice(at + 1)].map(escapePattern);
        return at === 0
          ? []
          : [`${before}[\\u4e00-\\u9fff、]?${after}`, `${before}[\\u4e00-\\u9fff、]${escapePattern(text.slice(at))}`];
      })
      .join('|'),
    'g',
  );

/** Shorter ones differ by a character because they are other words. */
const shortest = 5;

/** Near misses of the exact ones among formulas. */
export const formulaCheck = (head: RuleHead, known: readonly Formula[]): BlockCheck => {
  const accepted = known.flatMap(({ text, also = [] }) => [text, ...also]);
  /** A near miss has one of the halves whole: texts with neither are passed over quickly. */
  const exact = known
    .filter(({ kind, text }) => kind === 'exact' && text.length >= shortest)
    .map(({ text }) => {
      const middle = Math.floor(text.length / 2);
      return { halves: [text.slice(0, middle), text.slice(middle)], pattern: near(text) };
    });
  return {
    ...head,
    reads: 'block',
    run: (block) => {
      const text = blockText(block);
      return exact
        .filter(({ halves }) => halves.some((half) => text.includes(half)))
        .flatMap(({ pattern }) =>
          [...text.matchAll(pattern)].flatMap(({ 0: words, index }) => {
            if (accepted.some((form) => words.includes(form))) return [];
            const range = { start: index, end: index + words.length };
            return [findBlock(head, block, `“${words}”与词库不一致，请核对。`, range)];
          }),
        );
    },
  };
};

export const formulaDiffers = formulaCheck(rule, formulas);
