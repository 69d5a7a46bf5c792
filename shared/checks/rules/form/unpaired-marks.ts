import { blockText } from '../../../document/plain-text';
import { allBlocks, findBlock } from '../../finding';
import { sources } from '../../sources';
import type { Check } from '../../types';

const rule = {
  id: 'form/unpaired-marks',
  severity: 'should',
  source: sources.punctuation,
  title: '引号、书名号、括号成对',
  examples: { right: '落实《质量强市规划》要求。', wrong: '落实《质量强市规划要求。' },
} as const;

/** Full-width and half-width brackets pair with each other: texts from the web mix them. */
const openers: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '（': '）',
  '(': '）',
  '〔': '〕',
  '【': '】',
};
const closers: Readonly<Record<string, string>> = {
  '》': '》',
  '”': '”',
  '）': '）',
  ')': '）',
  '〕': '〕',
  '】': '】',
};

/** Numbers such as `1)` or `（一)`-less `a)` close nothing. */
const isItemNumber = (text: string, at: number): boolean =>
  /(?:^|[\s。；;：:，,、])[\dA-Za-z一二三四五六七八九十]{1,3}$/.test(text.slice(0, at));

/** Offsets of marks without a partner. */
const unpaired = (text: string): number[] => {
  const open: { closer: string; at: number }[] = [];
  const lost: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const closer = closers[char];
    if (openers[char] !== undefined) open.push({ closer: openers[char], at });
    else if (closer !== undefined) {
      const partner = open.findLastIndex((mark) => mark.closer === closer);
      if (partner >= 0)
        lost.push(
          ...open
            .splice(partner)
            .slice(1)
            .map((mark) => mark.at),
        );
      else if (closer !== '）' || !isItemNumber(text, at)) lost.push(at);
    }
  }
  return [...lost, ...open.map((mark) => mark.at)].sort((first, second) => first - second);
};

export const unpairedMarks: Check = {
  ...rule,
  run: (document) =>
    allBlocks(document).flatMap((block) => {
      if (block.type === 'table') return [];
      const text = blockText(block);
      return unpaired(text).map((at) =>
        findBlock(rule, block, `“${text.charAt(at)}”没有与它配对的另一半，请补上或删去。`, { start: at, end: at + 1 }),
      );
    }),
};
