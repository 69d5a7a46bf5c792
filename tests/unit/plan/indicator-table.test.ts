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
  it.skipIf(!existsSync(file))(
    'is found with all its 42 rows, 38 of them with a number, and a value its words state',
    () => {
      const { document } = recogniseText(readFileSync(file, 'utf8'));
      const [table] = findIndicatorTables(document);
      expect(table!.children.filter(({ header }) => !header)).toHaveLength(42);
      const rows = readIndicatorTable(table!)!;
      expect(rows.filter(({ value }) => value === '')).toHaveLength(4);
      // The 43rd stands in the sentences of the column 总体目标.
      expect(rows).toHaveLength(43);
      expect([rows.at(-1)!.value, rows.at(-1)!.year]).toEqual(['90', 2020]);
    },
  );

  it.skipIf(!existsSync(file))('is held against the text: each row equal, or told', () => {
    const { document } = recogniseText(readFileSync(file, 'utf8'));
    const { indicatorTables, indicators } = readPlan(document, blockFunctions(assessFunctions(document)));
    const { rows } = indicatorTables[0]!;
    const differences = compareIndicators(rows, indicators);
    const extra = differences.flatMap((one) => (one.kind === 'extra' ? [rows.indexOf(one.row) + 1] : []));
    // Of rows 15 to 28 the text has no number; 33, 34 and 36 it words in another way. One value it has alone.
    expect(extra).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 33, 34, 36]);
    expect(differences.flatMap((one) => (one.kind === 'missing' ? [one.indicator.value] : []))).toEqual(['2']);
    expect(differences.filter(({ kind }) => kind === 'changed')).toEqual([]);
  });
});

describe('what a table says in words', () => {
  const lines = (task: string): string[] => [
    '云川市养老服务行动方案',
    '一、主要目标',
    '到2030年，助餐点覆盖率达到85%，养老服务满意度达到90以上。',
    '二、主要任务',
    `（一）完善设施。${task}`,
    '云川市人民政府',
    '2026年3月18日',
  ];
  const table = derivedTable(
    ['序号', '总体目标（2030年）', '指标名称', '目标值'],
    [
      ['1', '养老服务满意度达到90以上，老有所养基本实现。', '助餐点覆盖率', '85%'],
      ['2', '', '养老机构通过消防安全验收', '100%'],
      ['3', '', '争创全国居家养老服务示范城市', '—'],
    ],
  );
  const differences = (task: string): string[] => {
    const { document } = recogniseText(lines(task).join('\n'));
    const [part] = document.parts;
    const whole = { ...document, parts: [{ ...part!, children: [...part!.children, table] }] };
    const { indicators: found, indicatorTables } = readPlan(whole, blockFunctions(assessFunctions(whole)));
    return compareIndicators(indicatorTables[0]!.rows, found).map((one) =>
      one.kind === 'missing' ? `只在正文 ${one.indicator.name}` : `${one.kind} ${one.row.name}`,
    );
  };

  it('is found in the text in words: all of them for 100%, a sentence for a row without a number', () => {
    expect(differences('养老机构全部通过消防安全验收。争创全国居家养老服务示范城市。')).toEqual([]);
  });

  it('is told where the text does not say it', () => {
    expect(differences('养老机构逐步通过消防安全验收。')).toEqual([
      'extra 养老机构通过消防安全验收',
      'extra 争创全国居家养老服务示范城市',
    ]);
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
