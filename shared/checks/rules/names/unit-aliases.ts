import { z } from 'zod';
import data from '../../../../assets/dictionaries/unit-aliases.json';
import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { escapePattern } from '../tools/escape-pattern';

/** Short names of one body: the usual one (规范化简称) first, then the ones people say. */
export const unitAliasesSchema = z.array(
  z.strictObject({ usual: z.string().min(3), spoken: z.array(z.string().min(2)).min(1) }),
);

/** A unit's short name in a block: as written, and the usual form. */
export type UnitName = Readonly<{ block: Block; text: string; usual: string; start: number; end: number }>;
export type UnitNames = (block: Block) => readonly UnitName[];

/** Names of one body as a bureau's dictionary or a pack of its rules has them. */
type KnownUnit = Readonly<{ short: string; old?: readonly string[] | undefined }>;

const groups = unitAliasesSchema.parse(data);
export const aliasCount = groups.length;
const usualFor = new Map(
  groups.flatMap(({ usual, spoken }) => [usual, ...spoken].map((name) => [name, usual] as const)),
);
const longestFirst = (names: Iterable<string>): string[] =>
  [...names].sort((one, other) => other.length - one.length).map(escapePattern);

/**
 * Reads short names of units. The bureau's own names come first: what they call old is written as they say.
 * Names that two bodies share tell nothing and are passed over.
 */
export const createUnitNames = (units: readonly KnownUnit[]): UnitNames => {
  const own = new Map<string, string | null>();
  for (const { short, old = [] } of units)
    for (const name of old) own.set(name, own.has(name) && own.get(name) !== short ? null : short);
  for (const { short } of units) own.set(short, short);
  const shipped = `(国家|市|省|县|区|州)(${longestFirst(usualFor.keys()).join('|')})`;
  const pattern = new RegExp(
    `(?<![\\u4e00-\\u9fff]市)(?:${own.size > 0 ? `(?:${longestFirst(own.keys()).join('|')})|` : ''}${shipped})(?!员会|[\\u4e00-\\u9fff]{0,2}（以下)`,
    'g',
  );
  return byBlock((block) => {
    if (block.type === 'title' || block.type === 'signature') return [];
    return [...blockText(block).matchAll(pattern)].flatMap(({ 0: text, 1: level = '', 2: name = '', index }) => {
      const usual = own.get(text) ?? `${level}${usualFor.get(name) ?? name}`;
      return own.get(text) === null || usual === ''
        ? []
        : [{ block, text, usual, start: index, end: index + text.length }];
    });
  });
};

/** With no more than the shipped list. */
export const shippedUnitNames = createUnitNames([]);
