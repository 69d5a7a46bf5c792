import type { Block } from '../../document/block';
import { leadEnd } from '../../document/heading-text';
import type { TextLeaf } from '../../document/text';

/** One part of 起草说明 or 政策解读 as the plan gives it. */
export type DerivedPart = Readonly<{
  /** Stays the same while the plan changes. */
  key: string;
  /** The chapter of the draft it stands in; null above the first. Parts of one chapter follow each other. */
  heading: string | null;
  /** What a list calls it. */
  name: string;
  /** A paragraph a line; what only the person knows as 【待填：…】. */
  text: string;
  /** Where in the plan it comes from; null where from all of it. */
  blockId: string | null;
}>;

/** A part about one chapter of the plan: its first sentence is the chapter's heading. */
export const contentKey = (blockId: string): string => `content:${blockId}`;
export const isContentKey = (key: string): boolean => key.startsWith('content:');

/** A place for what only the person knows. */
export const toFill = (prompt: string): string => `【待填：${prompt}】`;
/** The same as a sentence. */
export const sentenceToFill = (prompt: string): string => `${toFill(prompt)}。`;

/** Text of leaves between two offsets (UTF-16 units), what is still to be written in the plan as such. */
const leavesWords = (leaves: readonly TextLeaf[], from: number, to: number): string => {
  let at = 0;
  return leaves
    .map((leaf) => {
      if (leaf.footnote) return '';
      const start = at;
      at += leaf.text.length;
      const piece = leaf.text.slice(Math.max(0, from - start), Math.max(0, to - start));
      return leaf.placeholder && piece !== '' ? toFill(leaf.text) : piece;
    })
    .join('');
};

/** Words of a block on one line. */
export const blockWords = (block: Block, from = 0, to = Number.POSITIVE_INFINITY): string =>
  block.type === 'table'
    ? ''
    : leavesWords(block.children, from, to)
        .replace(/\s*\n\s*/g, '')
        .trim();

/** Heading of a clause. */
export const headingWords = (block: Block): string => blockWords(block, 0, leadEnd(block)).replace(/。$/, '');

/** A title in 《》; titles within it in 〈〉 (GB/T 15834-2011, 4.15). */
export const quoted = (title: string): string => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
/** Small numbers before 个 as they are spoken: 两, 三; larger ones in digits. */
export const spokenCount = (count: number): string => numerals[count] ?? String(count);
