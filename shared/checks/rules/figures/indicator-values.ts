import type { Block } from '../../../document/block';
import { byBlock } from '../../../document/by-block';
import { readIndicatorTable } from '../../../plan/indicators/indicator-table';
import { splitPower } from '../../../plan/indicators/quantity';
import { statementsIn } from '../../../plan/indicators/read-indicators';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/indicator-values',
  severity: 'should',
  source: sources.revision,
  title: '同一指标同一年份，前后数值一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，重点产业标准覆盖率达到90%。\n二、工作任务\n到2028年，重点产业标准覆盖率达到90%。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作目标\n到2028年，重点产业标准覆盖率达到90%。\n二、工作任务\n到2028年，重点产业标准覆盖率达到85%。',
  },
} as const;

/** What an indicator comes to in a year; `start` and `end` where the text says it, not in a table. */
type Value = Readonly<{
  block: Block;
  name: string;
  year: number;
  unit: string;
  value: number;
  words: string;
  range?: Readonly<{ start: number; end: number }>;
}>;

/** A value in its unit without power: 1.2, 万人 → 12000, 人; a range is no value. */
const plainValue = (value: string, written: string): Pick<Value, 'value' | 'unit'> => {
  const { factor, unit } = splitPower(written);
  return { value: Math.round(Number(value.replace(/,/g, '')) * factor * 1e6) / 1e6, unit };
};

/** Names that are not an indicator by themselves. */
const vague =
  /^(?:其中|分别|总数|总量|累计|全市|全省|力争|比例|总额|数量|增速|规模)+$|[的了]$|每|新增|年均|增长|比$|其中|^占|^(?:主营)?(?:业务|营业)?(?:收入|产值)$/;
const plainName = (name: string): string => name.replace(/^(?:全市|全省|全区|全县|本市)+|（[^（）]*）$/g, '');

/** Shorter names (产业规模) are said of one thing here and of another there. */
const shortest = 6;

/** Behind a year of its own sentence and at most who is meant: elsewhere the subject may stand further up. */
const dated = /(?:19|20)\d{2}年(?:底|末|前|年底)?[^\d，。；：、]{0,8}，?[^\d，。；：、]{0,8}$/;

/** What is asked for in general (不少于20家) is asked of one kind here and of another there. */
const asked = /不[少低小多高大]于|不超过/;

const statedIn = (block: Block): Value[] => {
  const text = foldedText(block);
  return statementsIn(block).flatMap(({ name, unit, value, year, change, start, end }) => {
    if (year === null || change || !dated.test(text.slice(Math.max(0, start - 28), start))) return [];
    if (asked.test(text.slice(start, end))) return [];
    return [{ block, name, year, words: `${value}${unit}`, range: { start, end }, ...plainValue(value, unit) }];
  });
};

const tabulatedIn = (block: Extract<Block, { type: 'table' }>): Value[] =>
  (readIndicatorTable(block) ?? []).flatMap(({ name, unit, value, year }) =>
    year === null ? [] : [{ block, name, year, words: `${value}${unit}`, ...plainValue(value, unit) }],
  );

const valuesIn = byBlock((block): readonly Value[] => {
  const stated = block.type === 'table' ? tabulatedIn(block) : statedIn(block);
  return stated
    .map((each) => ({ ...each, name: plainName(each.name) }))
    .filter(
      ({ name, unit, value }) =>
        !Number.isNaN(value) && unit !== '' && (block.type === 'table' || name.length >= shortest) && !vague.test(name),
    );
});

export const indicatorValues: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks }) => {
    const first = new Map<string, Value>();
    return blocks.flatMap(valuesIn).flatMap((found) => {
      const key = `${found.year} ${found.name} ${found.unit}`;
      const before = first.get(key);
      if (!before) first.set(key, found);
      if (!before || before.value === found.value) return [];
      const message = `${found.year}年“${found.name}”前文是${before.words}，这里是${found.words}，请核对。`;
      return [findBlock(rule, found.block, message, found.range)];
    });
  },
};
