import { describe, expect, it } from 'vitest';
import { matches } from '../../../renderer/editor/menu/match-pinyin';
import { offerUnits, pinyinOfUnit, shippedUnits } from '../../../shared/units/unit-dictionary';
import { readUnitsCsv, writeUnitsCsv } from '../../../shared/units/units-csv';

describe('the shipped dictionary of units', () => {
  it('is found by short, full and old names and by pinyin initials', () => {
    const found = (query: string) =>
      offerUnits(shippedUnits)
        .filter((unit) => matches(unit, query))
        .map(({ name }) => name);
    expect(found('住建局')).toEqual(['市住房城乡建设局']);
    expect(found('云川市市场监督')).toEqual(['市市场监管局']);
    expect(found('zfcxjs')).toEqual(['市住房城乡建设局']);
    expect(found('工商局')).toContain('市市场监管局');
  });
});

describe('a list of units as .csv', () => {
  it('comes back as it was written', () => {
    expect(readUnitsCsv(writeUnitsCsv(shippedUnits))).toEqual({ units: shippedUnits, problems: [] });
  });

  it('begins with a byte order mark, and no cell is taken for a formula', () => {
    const text = writeUnitsCsv([{ name: '=1+1局', short: '市"甲",局', kind: 'government', pinyin: 'shi jia ju' }]);
    expect(text).toBe('\u{feff}全称,简称,旧称,类别,拼音\r\n\'=1+1局,"市""甲"",局",,政府部门,shi jia ju\r\n');
    expect(readUnitsCsv(text).units[0]?.name).toBe('=1+1局');
  });

  it('may leave out what can be found out, in any order of columns', () => {
    const { units, problems } = readUnitsCsv('简称,全称\n市供水局,云川市供水管理局\n');
    expect(problems).toEqual([]);
    expect(units).toEqual([
      { name: '云川市供水管理局', short: '市供水局', kind: 'government', pinyin: 'shi gong shui ju' },
    ]);
  });

  it.each([
    ['', '第一行没有“全称”“简称”栏。'],
    ['全称,简称\n', '表中没有单位。'],
    ['全称,简称\n云川市甲局,市甲局\n\n云川市乙局,市甲局\n', '第4行：简称“市甲局”与第2行重复。'],
    ['全称,简称,类别\n云川市甲局,市甲局,公司部\n', '第2行：没有“公司部”这一类别'],
    ['全称,简称\n云川市甲局,\n', '第2行：简称不合要求'],
    ['全称,简称,拼音\n云川市甲局,市甲局,1 2 3\n', '第2行：拼音不合要求'],
  ])('%j is refused with the line', (text, sentence) => {
    expect(readUnitsCsv(text).problems.join('')).toContain(sentence);
  });
});

describe('the pinyin of a name', () => {
  it('knows the characters of the dictionary, and of others at least the initial', () => {
    expect(pinyinOfUnit('市财政局')).toBe('shi cai zheng ju');
    const initials = (name: string) =>
      pinyinOfUnit(name)
        .split(' ')
        .map((one) => one[0])
        .join('');
    expect(initials('市藏青蓝橙')).toBe('scqlc');
  });
});
