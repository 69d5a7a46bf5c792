import { describe, expect, it } from 'vitest';
import { fromChineseNumeral, toChineseNumeral } from '../../../shared/numbering/chinese-numerals';

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [28, '二十八'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [115, '一百一十五'],
    [199, '一百九十九'],
  ])('writes %i as %s', (value, numeral) => {
    expect(toChineseNumeral(value)).toBe(numeral);
  });

  it('reads back every numeral from 1 to 199, each written differently', () => {
    const numerals = Array.from({ length: 199 }, (_, index) => toChineseNumeral(index + 1));
    expect(new Set(numerals).size).toBe(199);
    expect(numerals.map(fromChineseNumeral)).toEqual(Array.from({ length: 199 }, (_, index) => index + 1));
  });

  it('reads the short forms of published documents', () => {
    expect(fromChineseNumeral('廿一')).toBe(21);
    expect(fromChineseNumeral('卅')).toBe(30);
    expect(fromChineseNumeral('一百〇三')).toBe(103);
  });

  it('does not read what is not a numeral', () => {
    for (const text of ['', '一一', '十十', '百', '甲', '一、', '1', '二千'])
      expect(fromChineseNumeral(text)).toBeNull();
  });

  it('refuses values it has no numeral for', () => {
    for (const value of [0, -1, 1.5, 1000]) expect(() => toChineseNumeral(value)).toThrow(RangeError);
  });
});
