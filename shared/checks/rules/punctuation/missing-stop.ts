import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import { findBlock } from '../../finding';
import { sources } from '../../sources';
import type { PartCheck } from '../../types';

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

const endsOpen = byBlock((block): boolean => {
  if (block.type !== 'paragraph' && !(block.type === 'clause' && block.runIn)) return false;
  const text = foldedText(block).trim();
  return (
    block.boxId === undefined && text.length >= shortest && /[，。；]/.test(text) && /[\u4e00-\u9fff，、]$/.test(text)
  );
});

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
  run: ({ part }) =>
    part.kind === 'attachment'
      ? []
      : part.children.flatMap((block, at) => {
          const next = part.children[at + 1];
          // The stop may stand behind the unit note; a list goes on in the next line.
          return endsOpen(block) && next?.type !== 'responsibility' && next?.type !== 'table' ? [finding(block)] : [];
        }),
};
