import type { DocumentCheck, RuleHead } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import { readMentions } from './mentioned-numbers';
import { type Numbered, numberedBoxes, numberedPictures, numberedTables } from './numbered-things';
import { writtenCaptions } from './written-captions';

/**
 * Numbered things of which the text never speaks. Where it speaks of none, the document does without such words
 * throughout, which is a way of writing; so only those are told of that stand beside others it does speak of.
 */
const unreferred = (head: RuleHead, kind: '专栏' | '表' | '图', list: typeof numberedBoxes): DocumentCheck => ({
  ...head,
  reads: 'document',
  run: (_document, { blocks, labels }) => {
    const things: readonly Numbered[] = list(blocks, labels);
    if (things.length < 2) return [];
    const named = new Set(
      blocks
        .filter((block) => block.type !== 'boxTitle' && writtenCaptions(block).length === 0)
        .flatMap(readMentions)
        .flatMap((mention) => (mention.kind === kind ? [mention.value] : [])),
    );
    if (!things.some(({ value }) => named.has(value))) return [];
    return things.flatMap(({ block, value, name }) =>
      named.has(value) ? [] : [findBlock(head, block, `正文没有说到“${name}”，可以在相应处写明“见${name}”。`)],
    );
  },
});

const planned = (first: string, second: string): string =>
  `云川市标准化发展规划（2026—2030年）\n一、主要任务\n${first}\n二、保障措施\n${second}`;
const boxes = '专栏1 重点工程\n1.建设标准信息平台。\n2.建设检验中心。';
const moreBoxes = '专栏2 重点项目\n1.编制体系表。\n2.培训专员。';

export const boxUnreferred = unreferred(
  {
    id: 'consistency/box-unreferred',
    severity: 'hint',
    source: sources.editing,
    title: '每个专栏在正文里都有交代',
    examples: {
      right: planned(`重点工程见专栏1。\n${boxes}`, `安排专项资金，项目见专栏2。\n${moreBoxes}`),
      wrong: planned(`重点工程见专栏1。\n${boxes}`, `安排专项资金。\n${moreBoxes}`),
    },
  },
  '专栏',
  numberedBoxes,
);

export const tableUnreferred = unreferred(
  {
    id: 'consistency/table-unreferred',
    severity: 'hint',
    source: sources.editing,
    title: '每张表在正文里都有交代',
    examples: {
      right: planned('数量指标见表1。\n表1 标准数量', '质量指标见表2。\n表2 标准质量'),
      wrong: planned('数量指标见表1。\n表1 标准数量', '逐年评价。\n表2 标准质量'),
    },
  },
  '表',
  numberedTables,
);

export const pictureUnreferred = unreferred(
  {
    id: 'consistency/picture-unreferred',
    severity: 'hint',
    source: sources.editing,
    title: '每张有图题的图片在正文里都有交代',
    examples: {
      right: planned('站点分布见图1。\n【图片】站点分布', '办理流程见图2。\n【图片】办理流程'),
      wrong: planned('站点分布见图1。\n【图片】站点分布', '逐年评价。\n【图片】办理流程'),
    },
  },
  '图',
  numberedPictures,
);
