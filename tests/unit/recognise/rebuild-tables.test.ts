import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/block';
import { splitLines } from '../../../shared/recognise/lines/source-lines';
import { recogniseText } from '../../../shared/recognise/recognise';
import type { Recognition } from '../../../shared/recognise/types';
import { hasShared, readShared, whySkipped } from '../../recognition/labels';
import { lostCharacters } from './lost-characters';

const attachment = (lines: readonly string[]): Recognition =>
  recogniseText(
    [
      '云川市早市提升方案',
      '一、总体要求',
      '以便民为先，逐步提升。',
      '附件：摊位改造任务表',
      '云川市商务局',
      '2026年5月1日',
      '附件',
      '摊位改造任务表',
      ...lines,
    ].join('\n'),
  );

const tablesOf = ({ document }: Recognition): Extract<Block, { type: 'table' }>[] =>
  document.parts.flatMap((part) => part.children.flatMap((block) => (block.type === 'table' ? [block] : [])));

const rowsOf = (recognition: Recognition): string[][][] =>
  tablesOf(recognition).map((table) =>
    table.children.map((row) => row.children.map((cell) => cell.children.map((leaf) => leaf.text).join(''))),
  );

describe('a table flattened to one cell a line', () => {
  it('is rebuilt from the distance between its serial numbers', () => {
    const recognition = attachment([
      '序号',
      '摊位',
      '责任单位',
      '1',
      '东门',
      '市商务局',
      '2',
      '西门',
      '市城管局',
      '3',
      '北门',
      '市商务局',
    ]);
    expect(rowsOf(recognition)).toEqual([
      [
        ['序号', '摊位', '责任单位'],
        ['1', '东门', '市商务局'],
        ['2', '西门', '市城管局'],
        ['3', '北门', '市商务局'],
      ],
    ]);
    expect(recognition.doubts.map((doubt) => doubt.message)).toEqual([
      '第9行起：按每格一行的文字还原成4行的表格，请核对。',
    ]);
  });

  it('keeps a line that heads some rows as a row of its own', () => {
    const recognition = attachment([
      '序号',
      '摊位',
      '一、城东',
      '1',
      '东门',
      '2',
      '河东',
      '3',
      '塔下',
      '二、城西',
      '4',
      '西门',
    ]);
    expect(rowsOf(recognition)[0]).toContainEqual(['二、城西']);
    expect(tablesOf(recognition)[0]?.children[1]?.children[0]?.colSpan).toBe(2);
  });

  it('puts a group before the serial numbers into a column to the left, under a head of two rows', () => {
    const east = '城东各早市的地面全部硬化，摊位划线到位，垃圾日产日清。';
    const west = '城西各早市的水电全部入地，遮雨棚统一样式，公厕达到标准。';
    const lines = [
      '片区',
      '总体目标',
      '具体目标',
      '序号',
      '指标',
      '数据',
      east,
      '1',
      '硬化率',
      '90%',
      '2',
      '划线率',
      '95%',
      '3',
      '清运率',
      '100%',
      west,
      '4',
      '入地率',
      '80%',
    ];
    const [table] = tablesOf(attachment(lines));
    expect(table?.children.map((row) => row.children.map((cell) => cell.rowSpan ?? cell.colSpan ?? 1))).toEqual([
      [2, 2, 3],
      [1, 1, 1],
      [3, 3, 1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1, 1, 1],
    ]);
  });

  it('fills up a row that has lost a cell, and says so', () => {
    const recognition = attachment([
      '序号',
      '摊位',
      '数量',
      '1',
      '东门',
      '30',
      '2',
      '西门',
      '3',
      '北门',
      '20',
      '4',
      '南门',
      '15',
      '5',
      '河东',
      '8',
      '6',
      '塔下',
      '9',
    ]);
    expect(rowsOf(recognition)[0]?.[2]).toEqual(['2', '', '西门']);
    expect(recognition.doubts[0]?.message).toContain('第15行缺格');
  });

  it('stays lines where rows do not agree', () => {
    const recognition = attachment([
      '序号',
      '摊位',
      '责任单位',
      '1',
      '东门',
      '市商务局',
      '市财政局',
      '市住房城乡建设局',
      '临街',
      '2',
      '西门',
      '9',
      '北门',
    ]);
    expect(tablesOf(recognition)).toEqual([]);
    expect(recognition.doubts.map((doubt) => doubt.message)).toEqual([
      '第9行起：像是一张表格，暂按每格一行保留，请核对。',
    ]);
  });

  it('loses nothing', () => {
    const lines = [
      '表1 摊位',
      '序号',
      '摊位',
      '备注',
      '1',
      '东门',
      '2',
      '西门',
      '3',
      '北门',
      '合计',
      '30',
      '注：数据截至五月。',
    ];
    const source = splitLines(lines.join('\n'));
    expect(lostCharacters(source, recogniseText(lines.join('\n')))).toEqual([]);
  });

  it.skipIf(!hasShared)(
    hasShared ? 'gives all 42 indicators and all 63 projects of the fifth seed' : whySkipped,
    () => {
      const [indicators, projects] = rowsOf(
        recogniseText(readShared('seeds/5-chongqing-implementation-opinion-2012.txt')),
      );
      const serials = (rows: string[][]): string[] =>
        rows.flatMap((row) => row.filter((cell, at) => /^\d+$/.test(cell) && at === row.length - 3));
      const upTo = (last: number): string[] => Array.from({ length: last }, (_, at) => String(at + 1));
      expect(serials(indicators ?? [])).toEqual(upTo(42));
      expect(serials(projects ?? [])).toEqual(upTo(63));
      expect(
        [...(indicators ?? []), ...(projects ?? [])]
          .slice(2)
          .every((row) => row.slice(-3).every((cell) => cell !== '' || row[0] === '序号')),
      ).toBe(true);
    },
  );
});
