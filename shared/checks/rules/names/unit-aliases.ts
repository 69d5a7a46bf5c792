import { z } from 'zod';
import data from '../../../../assets/dictionaries/unit-aliases.json';
import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';

/** Short names of one body: the usual one (规范化简称) first, then the ones people say. */
export const unitAliasesSchema = z.array(
  z.strictObject({ usual: z.string().min(3), spoken: z.array(z.string().min(2)).min(1) }),
);

const groups = unitAliasesSchema.parse(data);
const usualFor = new Map(
  groups.flatMap(({ usual, spoken }) => [usual, ...spoken].map((name) => [name, usual] as const)),
);
const names = [...usualFor.keys()].sort((one, other) => other.length - one.length);
const pattern = new RegExp(
  `(?<![\\u4e00-\\u9fff]市)(国家|市|省|县|区|州)(${names.join('|')})(?!员会|[\\u4e00-\\u9fff]{0,2}（以下)`,
  'g',
);

/** Short unit names in a block: as written, and the usual form. */
export const readUnitNames = byBlock((block) => {
  if (block.type === 'title' || block.type === 'signature') return [];
  return [...blockText(block).matchAll(pattern)].map(({ 0: text, 1: level = '', 2: name = '', index }) => ({
    block,
    text,
    usual: `${level}${usualFor.get(name) ?? name}`,
    start: index,
    end: index + text.length,
  }));
});
