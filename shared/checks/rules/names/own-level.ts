import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/own-level',
  severity: 'should',
  source: sources.editing,
  title: '“我市”“我县”的称谓与发文机关一致',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n为推进我市标准化工作，提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n为推进我县标准化工作，提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日',
  },
} as const;

/** By the last character of the issuer's place: levels below it, which it would not call its own. */
const below: Readonly<Record<string, RegExp>> = {
  省: /(?<![自你])我[市县镇乡](?![\u4e00-\u9fff]?自治)/g,
  市: /(?<![自你])我[县镇乡]/g,
  县: /(?<![自你])我[镇乡]/g,
};

const ownWords = byBlock((block) => (/我[市县镇乡]/.test(blockText(block)) ? [block] : []));

export const ownLevel: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ meta }, { textBlocks }) => {
    const title = textBlocks.find(({ type }) => type === 'title');
    const issuer = textBlocks.find(({ type }) => type === 'signature') ?? title;
    const name = issuer ? blockText(issuer).replace(/\s/g, '') : (meta.issuingOrgan ?? '');
    const level = /^[\u4e00-\u9fff]{2,7}?([省市县])(?=人民政府|委|政府|[\u4e00-\u9fff]{2,14}[局委办厅])/.exec(
      name,
    )?.[1];
    const pattern = level ? below[level] : undefined;
    if (!pattern) return [];
    return textBlocks.flatMap(ownWords).flatMap((block) =>
      [...blockText(block).matchAll(pattern)].map(({ 0: words, index }) =>
        findBlock(rule, block, `发文机关是“${name}”，这里写“${words}”，请核对。`, {
          start: index,
          end: index + words.length,
        }),
      ),
    );
  },
};
