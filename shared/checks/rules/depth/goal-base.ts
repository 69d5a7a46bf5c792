import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'depth/goal-base',
  severity: 'hint',
  source: sources.functions,
  title: '增减幅度写明同什么时候相比',
  examples: {
    right:
      '云川市标准化发展规划（2026—2030年）\n一、主要目标\n到2030年，标准数量比2025年增长50%。\n二、主要任务\n编制标准体系表。',
    wrong:
      '云川市标准化发展规划（2026—2030年）\n一、主要目标\n到2030年，标准数量增长50%。\n二、主要任务\n编制标准体系表。',
  },
} as const;

const changes = byBlock((block) => {
  if (block.type === 'table') return [];
  return [
    ...foldedText(block).matchAll(
      /[^，。；：]*(?:增长|提高|提升|下降|降低|减少|增加)了?\d+(?:\.\d+)?(?:%|个百分点|倍)(?:以上|左右)?(?=[，。；、])/g,
    ),
  ].flatMap(({ 0: text, index }) =>
    /比|较|年均|每年|同比|逐年|平均|基数|基础|增速|翻|由|从|累计/.test(text)
      ? []
      : [{ block, text: blockText(block).slice(index, index + text.length), start: index, end: index + text.length }],
  );
});

/** Only in goals: elsewhere the base stands in the sentence before or in a plan above. */
export const goalBase: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { functions, blocks }) => {
    const goals = new Set(functions.goals.places.flatMap(({ blockIds }) => blockIds));
    return blocks
      .filter(({ id }) => goals.has(id))
      .flatMap(changes)
      .map(({ block, text, start, end }) =>
        findBlock(rule, block, `“${text.slice(-24)}”没有写同哪一年相比。`, { start, end }),
      );
  },
};
