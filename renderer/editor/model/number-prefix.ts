import type { BlockShape } from './reshape';

const numeral = '[一二三四五六七八九十百零]{1,5}';
/** What a writer types by hand at the start of a block, and the shape that writes it by itself. */
const prefixes: readonly (readonly [RegExp, BlockShape])[] = [
  [new RegExp(`^${numeral}、`), { type: 'clause', level: 1 }],
  [new RegExp(`^[（(]${numeral}[）)]`), { type: 'clause', level: 2 }],
  [/^[1-9]\d{0,2}[.．](?!\d)/, { type: 'clause', level: 3 }],
  [/^[（(][1-9]\d{0,2}[）)]/, { type: 'clause', level: 4 }],
  [/^——/, { type: 'dash' }],
];

/** A number or dash at the start of a text; null when it begins otherwise. */
export const typedPrefix = (text: string): { prefix: string; shape: BlockShape } | null => {
  for (const [pattern, shape] of prefixes) {
    const prefix = pattern.exec(text)?.[0];
    if (prefix !== undefined) return { prefix, shape };
  }
  return null;
};
