import { z } from 'zod';
import data from '../../../../assets/dictionaries/renamed-organs.json';
import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { documentDay } from '../../../plan/times/document-day';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

/** Bodies that a reform gave another name: the old name without its place, since when, the new one. */
export const renamedOrgansSchema = z.array(
  z.strictObject({ old: z.string().min(3), since: z.iso.date(), now: z.string().min(3) }),
);

const renamed = renamedOrgansSchema.parse(data);
export const renamedOrganCount = renamed.length;
const entries = new Map(renamed.map((entry) => [entry.old, entry] as const));
const pattern = new RegExp(
  `(?<=[省市县区州])(?:${renamed.map(({ old }) => old).join('|')})(?![\\u4e00-\\u9fff]{0,2}旧)`,
  'g',
);

const rule = {
  id: 'consistency/organ-renamed',
  severity: 'should',
  source: sources.editing,
  title: '单位用机构改革以后的名称',
  examples: { right: '由市市场监管局牵头。', wrong: '由市质监局牵头。' },
} as const;

const places = byBlock((block) =>
  [...blockText(block).matchAll(pattern)].map(({ 0: text, index }) => ({
    block,
    text,
    start: index,
    end: index + text.length,
  })),
);

/** Each old name is said once. A document from before the reform is right. */
export const organRenamed: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document, { textBlocks }) => {
    const found = textBlocks.flatMap(places);
    if (found.length === 0) return [];
    const day = documentDay(document) ?? /\d{4}/.exec(document.meta.documentNumber ?? '')?.[0] ?? null;
    const told = new Set<string>();
    return found.flatMap(({ block, text, start, end }) => {
      const entry = entries.get(text);
      if (!entry || told.has(text) || (day !== null && day < entry.since)) return [];
      told.add(text);
      return [findBlock(rule, block, `“${text}”在机构改革后一般为“${entry.now}”，请核对。`, { start, end })];
    });
  },
};
