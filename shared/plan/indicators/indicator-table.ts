import type { Block, Table } from '../../document/block';
import { byBlock } from '../../document/by-block';
import { derivedDocument, derivedTable } from '../../document/derived-document';
import type { GovDocument } from '../../document/document';
import { leavesText } from '../../document/plain-text';
import type { Sheet } from '../../export/xlsx/write-xlsx';
import { fold } from '../../recognise/lines/fold';
import type { Indicator } from './indicator';
import { statementsIn } from './read-indicators';

export const indicatorTableCaption = '主要指标';
const head = ['序号', '指标', '单位', '基期值', '目标值', '目标年', '属性'] as const;

/** One value of an indicator as a table has it; `value` is empty where the row states it in words only. */
export type IndicatorRow = Readonly<{
  name: string;
  unit: string;
  value: string;
  year: number | null;
  /** The text says the same without a number. */
  inWords?: true;
}>;

const kindNames = { constrained: '约束性', expected: '预期性' } as const;
const bounds = { 'at-least': '≥', 'at-most': '≤', about: '约' } as const;

const cellsOf = ({ name, unit, value, year, base, bound, change, kind }: Indicator, at: number): string[] => [
  String(at + 1),
  change ? `${name}（增减）` : name,
  unit,
  base ? `${base.value}${base.unit === unit ? '' : base.unit}${base.year === null ? '' : `（${base.year}年）`}` : '',
  `${bound ? bounds[bound] : ''}${value}`,
  year === null ? '' : String(year),
  kind ? kindNames[kind] : '',
];

/** The table of indicators (序号 指标 单位 基期值 目标值 目标年 属性), with the caption that makes it a numbered one. */
export const indicatorTable = (indicators: readonly Indicator[]): Table => ({
  ...derivedTable(head, indicators.map(cellsOf)),
  caption: indicatorTableCaption,
});

/** The same as a document of its own. */
export const indicatorDocument = (title: string, indicators: readonly Indicator[]): GovDocument =>
  derivedDocument(`${title}指标表`, [derivedTable(head, indicators.map(cellsOf))]);

/** The same as a sheet of a workbook, with the place of each in the text. */
export const indicatorSheet = (indicators: readonly Indicator[], placeOf: (blockId: string) => string): Sheet => ({
  name: '指标表',
  widths: [6, 36, 12, 18, 14, 10, 10, 30],
  rows: [[...head, '位置'], ...indicators.map((one, at) => [...cellsOf(one, at), placeOf(one.blockId)])],
});

/** The texts of a table with merged cells filled in, row by row. */
const gridOf = (table: Table): string[][] => {
  const grid: string[][] = table.children.map(() => []);
  for (const [at, row] of table.children.entries()) {
    let column = 0;
    for (const cell of row.children) {
      while (grid[at]![column] !== undefined) column += 1;
      const text = fold(leavesText(cell.children)).trim();
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1)
        for (let across = 0; across < (cell.colSpan ?? 1); across += 1) {
          const line = grid[at + down];
          if (line) line[column + across] = text;
        }
      column += cell.colSpan ?? 1;
    }
  }
  return grid;
};

const isWords = (cell: string): boolean => /[\u4e00-\u9fff]{3}/.test(cell);

const number = /^[≥≤＞＜〈〉><约]?\s*(?<value>\d+(?:[,，]\d{3})*(?:\.\d+)?(?:[～~—-]\d+(?:\.\d+)?)?)(?<unit>\D*)$/;

/** What stands for no number: the row is a sentence. */
const noNumber = /^[/⁄／—－-]+$/;

/**
 * The values of a table of indicators: its head (one row or several) names 指标, and 目标值 with 目标年, columns of
 * years, or 指标数据 under a year; behind them those that the sentences of its other columns state (2030年总体目标). Null
 * when the table is none.
 */
export const readIndicatorTable = byBlock((table: Block): readonly IndicatorRow[] | null => {
  if (table.type !== 'table') return null;
  const heads = Math.max(1, table.children.filter(({ header }) => header).length);
  const grid = gridOf(table);
  const lines = grid.slice(heads);
  const names = (grid[0] ?? []).map((_, at) => grid.slice(0, heads).map((row) => row[at] ?? ''));
  const column = (pattern: RegExp): number => names.findIndex((head) => head.some((name) => pattern.test(name)));
  const unitAt = column(/^(?:计量)?单位$/);
  const yearAt = column(/^目标年/);
  const values = names.flatMap((head, at) => {
    const year = /((?:19|20)\d{2})年?/.exec(head.join(' '))?.[1];
    // 总体目标（2030年） may head sentences.
    const inNumbers = year !== undefined && heads === 1 && lines.some((cells) => number.test(cells[at] ?? ''));
    const valued = /^目标值?$|指标(?:数据|值)$/.test(head.at(-1) ?? '') || inNumbers;
    return valued ? [{ at, year: year === undefined ? null : Number(year) }] : [];
  });
  const [first] = values;
  if (!first || column(/指标/) < 0) return null;
  const named = column(/^(?:主要)?指标(?:名称)?$/);
  // A head that names only the values (指标数据): what they are values of stands before them.
  const nameAt = named >= 0 ? named : lines.every((cells) => isWords(cells[first.at - 1] ?? '')) ? first.at - 1 : -1;
  if (nameAt < 0) return null;
  const rows = lines.flatMap((cells): IndicatorRow[] => {
    const written = (cells[nameAt] ?? '').replace(/（增减）$/, '');
    const inName = /（([^（）]{1,6})）$/.exec(written);
    // 标准创新奖个数（2030年）: the year of this row, not its unit.
    const rowYear = /^((?:19|20)\d{2})年?$/.exec(inName?.[1] ?? '')?.[1];
    const name = inName && (unitAt < 0 || rowYear) ? written.slice(0, inName.index) : written;
    if (isWords(name) && values.every(({ at }) => noNumber.test(cells[at] ?? '')))
      return [{ name, unit: '', value: '', year: null }];
    return values.flatMap(({ at, year }): IndicatorRow[] => {
      const found = number.exec(cells[at] ?? '');
      if (!found || name === '') return [];
      const { value, unit } = found.groups as { value: string; unit: string };
      const own = rowYear ? Number(rowYear) : (year ?? (yearAt < 0 ? null : Number(cells[yearAt]) || null));
      const said =
        unitAt < 0
          ? unit.replace(/以上|以下|以内|左右/, '') || (rowYear ? '' : (inName?.[1] ?? ''))
          : (cells[unitAt] ?? '');
      return [{ name, unit: said.trim(), value: value.replaceAll('，', ','), year: own }];
    });
  });
  const read = new Set([nameAt, unitAt, yearAt, ...values.map(({ at }) => at)]);
  return [...rows, ...names.flatMap((head, at) => (read.has(at) ? [] : statedIn(head, lines, at)))];
});

/** What the sentences of a column under a year state. */
const statedIn = (head: readonly string[], lines: readonly (readonly string[])[], at: number): IndicatorRow[] => {
  const year = /((?:19|20)\d{2})年?/.exec(head.join(' '))?.[1];
  if (year === undefined) return [];
  const texts = new Set(lines.map((cells) => cells[at] ?? '').filter((text) => text.length >= 12 && /\d/.test(text)));
  return [...texts].flatMap((text) =>
    statementsIn({ id: 'cell', type: 'paragraph', children: [{ text }] }).map((one) => ({
      name: one.name,
      unit: one.unit,
      value: one.value,
      year: one.year ?? Number(year),
    })),
  );
};

/** The tables of indicators in a document. */
export const findIndicatorTables = ({ parts }: Pick<GovDocument, 'parts'>): readonly Table[] =>
  parts.flatMap(({ children }) =>
    children.filter((block): block is Table => block.type === 'table' && readIndicatorTable(block) !== null),
  );

/** Where text and table say something else of an indicator, or only one of them knows it. */
export type IndicatorDifference =
  | Readonly<{ kind: 'changed'; indicator: Indicator; row: IndicatorRow }>
  /** Only the text has it. */
  | Readonly<{ kind: 'missing'; indicator: Indicator }>
  /** Only the table has it. */
  | Readonly<{ kind: 'extra'; row: IndicatorRow }>;

const plain = (name: string): string =>
  fold(name)
    .replace(/[“”\s的（）、]/g, '')
    .replace(/^(?:全市|全省|全区|本市|我市|我省)/, '')
    .replace(/^(?:培育|新增|建成|新建|创建|引进|打造|新制定)/, '')
    .replace(/(?:个数|件数|家数|项数|户数|总量|数量)$/, '');
const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
/** So many of their pairs of characters (Dice) make two names one: 企业生产药品质量抽验合格率 and 药品质量评价性抽验合格率. */
const mostlyTheSame = 0.7;
const dice = (one: string, other: string): number => {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const both = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
};

/** Whether two names are those of one indicator: the same, one within the other, or mostly the same words. */
export const alikeNames = (one: string, other: string): boolean => {
  const [a, b] = [plain(one), plain(other)];
  const shorter = Math.min(a.length, b.length);
  return a === b || (shorter >= 4 && (a.includes(b) || b.includes(a))) || (shorter >= 6 && dice(a, b) >= mostlyTheSame);
};
const amount = (value: string): string =>
  value
    .replace(/,/g, '')
    .replace(/[～~—-]+/g, '～')
    .replace(/\.0+$/, '');

/**
 * Text and table side by side. An indicator is the same by its name and year (a table without years has one value an
 * indicator); equal ones are left out, and rows that the text states in words.
 */
export const compareIndicators = (
  rows: readonly IndicatorRow[],
  indicators: readonly Indicator[],
): readonly IndicatorDifference[] => {
  const open = rows.filter(({ value }) => value !== '');
  const sentences = rows.filter(({ value, inWords }) => value === '' && !inWords);
  const take = (matches: (row: IndicatorRow) => boolean): IndicatorRow | undefined => {
    const at = open.findIndex(matches);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const differences = indicators.flatMap((indicator): IndicatorDifference[] => {
    const named = (row: IndicatorRow): boolean => alikeNames(row.name, indicator.name);
    const dated = (row: IndicatorRow): boolean =>
      row.year === null || indicator.year === null || row.year === indicator.year;
    const equal = (row: IndicatorRow): boolean => amount(row.value) === amount(indicator.value);
    const row = take((one) => named(one) && dated(one) && equal(one)) ?? take((one) => named(one) && dated(one));
    if (!row) return [{ kind: 'missing', indicator }];
    return equal(row) ? [] : [{ kind: 'changed', indicator, row }];
  });
  const extra = [...open.filter(({ inWords }) => !inWords), ...sentences];
  return [...differences, ...extra.map((row): IndicatorDifference => ({ kind: 'extra', row }))];
};

/** What is remembered of an indicator that the person has turned down: its words, so that it holds wherever they move. */
export const indicatorKey = ({ name, value, unit, year }: Indicator): string =>
  [name, value, unit, year ?? ''].join('|').slice(0, 300);
