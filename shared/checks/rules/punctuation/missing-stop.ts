import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/missing-stop',
  severity: 'should',
  source: sources.punctuation,
  title: '段落末尾有句号',
  examples: {
    right: '市市场监管局牵头编制电机标准体系表，2026年底前发布首批团体标准，引导骨干企业对标国际先进水平改进设计。',
    wrong: '市市场监管局牵头编制电机标准体系表，2026年底前发布首批团体标准，引导骨干企业对标国际先进水平改进设计',
  },
} as const;

/** Shorter lines without a stop are headings, cells or signatures that were not recognised as such. */
const shortest = 40;

const isProse = byBlock(
  (block): boolean =>
    (block.type === 'paragraph' || (block.type === 'clause' && block.runIn === true)) &&
    block.boxId === undefined &&
    foldedText(block).trim().length >= shortest &&
    /[，。；]/.test(foldedText(block)),
);
const endsOpen = byBlock((block): boolean => isProse(block) && /[\u4e00-\u9fff，、]$/.test(foldedText(block).trim()));

const endsWithComma = byBlock((block): boolean => /[，、]$/.test(foldedText(block).trim()));

/** Where a good part of the paragraphs have no stop, they are cells of a table that was flattened to lines. */
const isFlattened = (open: number, prose: number): boolean => open > 2 && open * 10 > prose;

const finding = (block: Block) => {
  const text = blockText(block).trimEnd();
  const last = text.charAt(text.length - 1);
  const range = { start: text.length - 1, end: text.length };
  const stray = /[，,、]/.test(last);
  const message = stray ? `段落末尾是“${last}”，应为句号，或者后面还有没写完的内容。` : '段落末尾没有标点，请补上。';
  return findBlock(rule, block, message, range);
};

export const missingStop: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    if (part.kind === 'attachment') return [];
    const open = part.children.filter((block, at) => {
      const next = part.children[at + 1];
      // A title that was not recognised as one.
      if (at === 0 || /的(?:通知|意见|决定|通告|公告|函)$/.test(foldedText(block).trim())) return false;
      // A paragraph that the source broke in two.
      if (next?.type === 'paragraph' && /^[（(，。、；]/.test(blockText(next).trim())) return false;
      // The stop may stand behind the unit note, a comma before it never.
      if (!endsOpen(block) || next?.type === 'table') return false;
      return next?.type !== 'responsibility' || endsWithComma(block);
    });
    const prose = part.children.filter(isProse).length;
    const stray = open.filter(endsWithComma);
    const bare = open.filter((block) => !endsWithComma(block));
    return [bare, stray].flatMap((some) => (isFlattened(some.length, prose) ? [] : some.map(finding)));
  },
};
