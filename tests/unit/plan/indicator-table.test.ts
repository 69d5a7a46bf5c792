import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derivedTable } from '../../../shared/document/derived-document';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { blockFunctions } from '../../../shared/functions/block-functions';
import {
  alikeNames,
  compareIndicators,
  findIndicatorTables,
  indicatorTable,
  readIndicatorTable,
} from '../../../shared/plan/indicators/indicator-table';
import { readIndicators } from '../../../shared/plan/indicators/read-indicators';
import { readPlan } from '../../../shared/plan/read-plan';
import { recogniseText } from '../../../shared/recognise/recognise';
import { sharedFolder } from '../../recognition/labels';

const read = (...goals: readonly string[]) => {
  const { document } = recogniseText(
    [
      '云川市养老服务行动方案',
      '一、主要目标',
      ...goals,
      '二、主要任务',
      '（一）完善设施。新建站点。',
      '云川市人民政府',
      '2026年3月18日',
    ].join('\n'),
  );
  return readIndicators(document, blockFunctions(assessFunctions(document)));
};
const indicators = read(
  '到2030年，助餐点覆盖率由2025年的38%提高到85%以上，建成社区养老站点1,200个。',
  '到2027年，建成社区养老站点600个，护理员持证率提高5个百分点。',
);
const told = (rows: Parameters<typeof compareIndicators>[0]) =>
  compareIndicators(rows, indicators).map((one) =>
    one.kind === 'extra' ? `只在表中 ${one.row.name}` : `${one.kind} ${one.indicator.name} ${one.indicator.value}`,
  );

describe('a table of indicators', () => {
  it('is read back as it was written, and then says what the text says', () => {
    const table = indicatorTable(indicators);
    expect(table.caption).toBe('主要指标');
    expect(told(readIndicatorTable(table)!)).toEqual([]);
  });

  it('with a column for each year is read year by year, with units in the names', () => {
    const rows = readIndicatorTable(
      derivedTable(
        ['序号', '指标名称', '2027年', '2030年'],
        [
          ['1', '社区养老站点（个）', '600', '1200'],
          ['2', '助餐点覆盖率（%）', '60', '≥85'],
        ],
      ),
    )!;
    expect(rows.map(({ name, unit, value, year }) => `${name} ${value}${unit} ${year}`)).toEqual([
      '社区养老站点 600个 2027',
      '社区养老站点 1200个 2030',
      '助餐点覆盖率 60% 2027',
      '助餐点覆盖率 85% 2030',
    ]);
    expect(told(rows)).toEqual(['missing 护理员持证率 5', '只在表中 助餐点覆盖率']);
  });

  it('shows where table and text disagree', () => {
    const rows = readIndicatorTable(indicatorTable(indicators))!.map((row) =>
      row.value === '85' ? { ...row, value: '80' } : row,
    );
    expect(told(rows)).toEqual(['changed 助餐点覆盖率 85']);
  });

  it('is none without a column for indicators', () => {
    expect(readIndicatorTable(derivedTable(['序号', '任务', '2030年'], [['1', '建站', '5']]))).toBeNull();
  });
});

describe('the table of indicators of a published plan', () => {
  const file = join(sharedFolder, 'seeds', '5-chongqing-implementation-opinion-2012.txt');
  if (!existsSync(file)) console.log(`skipped: ${file} is not there`);
  it.skipIf(!existsSync(file))('is found with all its 42 rows, 38 of them with a number', () => {
    const { document } = recogniseText(readFileSync(file, 'utf8'));
    const [table] = findIndicatorTables(document);
    expect(table!.children.filter(({ header }) => !header)).toHaveLength(42);
    // Four of its rows state no number.
    expect(readIndicatorTable(table!)).toHaveLength(38);
  });

  it.skipIf(!existsSync(file))('is held against the text: each row equal, or told', () => {
    const { document } = recogniseText(readFileSync(file, 'utf8'));
    const { indicatorTables, indicators } = readPlan(document, blockFunctions(assessFunctions(document)));
    const differences = compareIndicators(indicatorTables[0]!.rows, indicators);
    const count = (kind: string): number => differences.filter((one) => one.kind === kind).length;
    // Of fifteen rows the text says nothing; all others stand in it with the same value.
    expect([count('extra'), count('changed')]).toEqual([15, 0]);
  });
});

describe('names in a table', () => {
  it('give the year of their row in brackets, else the unit', () => {
    const table = derivedTable(
      ['序号', '指标名称', '2028年目标值'],
      [
        ['1', '示范站点个数（2030年）', '120'],
        ['2', '助餐收入（万元）', '800'],
      ],
    );
    expect(readIndicatorTable(table)).toEqual([
      { name: '示范站点个数', unit: '', value: '120', year: 2030 },
      { name: '助餐收入', unit: '万元', value: '800', year: 2028 },
    ]);
  });

  it('are those of the text where they are mostly the same words', () => {
    expect(alikeNames('本市养老机构护理质量抽查合格率', '养老机构护理质量评价性抽查合格率')).toBe(true);
    expect(alikeNames('培育连锁企业户数', '连锁企业')).toBe(true);
    expect(alikeNames('助餐点覆盖率', '护理型床位占比')).toBe(false);
  });
});
