import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/unpaired-marks',
  severity: 'should',
  source: sources.punctuation,
  title: '引号、书名号、括号成对',
  examples: { right: '落实《质量强市规划》要求。', wrong: '落实《质量强市规划要求。' },
} as const;

type Pair = Readonly<{ pattern: RegExp; opens: string; name: string }>;

/** Full-width and half-width brackets pair with each other: texts from the web mix them. */
const pairs: readonly Pair[] = [
  { pattern: /[《》]/g, opens: '《', name: '书名号' },
  { pattern: /[“”]/g, opens: '“', name: '引号' },
  { pattern: /[（()）]/g, opens: '（(', name: '括号' },
  { pattern: /[〔〕]/g, opens: '〔', name: '六角括号' },
];

const anyMark = /[《》“”（()）〔〕]/;
/** Straight quotes, also as web pages spell them, are halves of pairs that cannot be told apart. */
const straightQuote = /"|&quot;/;
/** Numbers such as 1) and 一） close nothing. */
const itemNumber = /(?:^|[\s。；;：:，,、])[\dA-Za-z①-⑳一二三四五六七八九十]{1,3}$/;

/** Offsets of the marks of one pair that have no partner. */
const unpaired = (text: string, { pattern, opens }: Pair): number[] => {
  const open: number[] = [];
  const lost: number[] = [];
  for (const { 0: mark, index } of text.matchAll(pattern)) {
    if (opens.includes(mark)) open.push(index);
    else if (open.pop() === undefined && !((mark === '）' || mark === ')') && itemNumber.test(text.slice(0, index))))
      lost.push(index);
  }
  return [...lost, ...open];
};

type Lost = Readonly<{ at: number; pair: Pair; opens: boolean }>;

const lostIn = byBlock((block): readonly Lost[] => {
  const text = blockText(block);
  if (block.type === 'table' || !anyMark.test(text)) return [];
  return pairs
    .filter(({ name }) => name !== '引号' || !straightQuote.test(text))
    .flatMap((pair) => unpaired(text, pair).map((at) => ({ at, pair, opens: pair.opens.includes(text.charAt(at)) })));
});

/** A remark in brackets may run over several paragraphs. */
const farthest = 8;

export const unpairedMarks: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    const lost = part.children.flatMap((block, row) => lostIn(block).map((mark) => ({ ...mark, block, row })));
    const spanning = new Set(
      lost.flatMap((mark, index) => {
        const next = lost[index + 1];
        const closes = next && mark.pair.name === '括号' && next.pair === mark.pair && mark.opens && !next.opens;
        return closes && next.row > mark.row && next.row - mark.row <= farthest ? [mark, next] : [];
      }),
    );
    return lost
      .filter((mark) => !spanning.has(mark))
      .map(({ at, pair, opens, block }) => {
        const message = `${opens ? '左' : '右'}${pair.name}没有与它配对的另一半，请补上或删去。`;
        return findBlock(rule, block, message, { start: at, end: at + 1 });
      });
  },
};
