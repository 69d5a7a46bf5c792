import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, titleKey } from '../../../shared/recognise/lines/fold';
import {
  endsLikeTitle,
  isDateLine,
  isOrganName,
  isSalutation,
  isWebLine,
  readDocumentNumber,
} from '../../../shared/recognise/lines/line-kinds';
import { dashLength, readBoxTitle, readNumber } from '../../../shared/recognise/lines/number-pattern';

describe('fold', () => {
  it('never changes the length of a text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text).length === text.length));
    expect(fold('“一网通办&quot;专班')).toHaveLength('“一网通办&quot;专班'.length);
  });

  it('brings punctuation, digits and the words looked for into one form', () => {
    expect(fold('(責任單位:市財政廳,２０２６年)')).toBe('（责任单位：市财政厅，2026年）');
    expect(fold('雲政發[2026]5號')).toBe('云政发〔2026〕5号');
    expect(fold('行動計畫')).toBe('行动计划');
  });

  it('lets two spellings of one title meet', () => {
    expect(titleKey('《云川市早市计划（2026—2028年）》')).toBe(titleKey('云川市早市计划(2026-2028年)'));
  });
});

describe('readNumber', () => {
  it.each([
    ['一、总体要求', 1, 1],
    ['二十一、附则', 1, 21],
    ['（十二）提升', 2, 12],
    ['（ 三 ）提升', 2, 3],
    ['3.登记', 3, 3],
    ['3、登记', 3, 3],
    ['1.2026年底前完成', 3, 1],
    ['2.5G网络', 3, 2],
    ['（4）登记', 4, 4],
    ['4）登记', 4, 4],
    ['第三章 任务', 1, 3],
    ['第二节 目标', 2, 2],
  ])('reads %s', (text, level, value) => {
    expect(readNumber(text)).toMatchObject({ level, value });
  });

  it.each(['3.5公里', '2026年', '一是登记', '第一批', '一个窗口', '19：30', '（一二）', '1234.其他', ''])(
    'finds none in %s',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );
});

describe('dash items and boxes', () => {
  it.each([
    ['——登记', 2],
    ['— 登记', 2],
    ['--登记', 2],
    ['---登记', 3],
    ['-登记', 1],
    ['登记——公示', 0],
    ['-5℃', 0],
  ])('the dash of %s has %i characters', (text, length) => {
    expect(dashLength(text)).toBe(length);
  });

  it.each([
    ['专栏1 提升工程', 1],
    ['专栏二：亮化工程', 2],
    ['专栏3“一街一品”工程', 3],
    ['专栏：亮化工程', null],
  ])('%s is a box', (text, value) => {
    expect(readBoxTitle(text)).toMatchObject({ value });
  });

  it.each(['专栏作家到访', '专栏1、专栏2所列项目', '专栏1中的项目由市财政局安排资金，按季度拨付到街道。'])(
    '%s is none',
    (text) => {
      expect(readBoxTitle(text)).toBeNull();
    },
  );
});

describe('what a line is', () => {
  it('a document number in any bracket', () => {
    for (const text of ['云政发〔2026〕5号', '（云政办发〔2026〕15号）', '云市监发〔2026〕7号', '云政发（2026）5号'])
      expect(readDocumentNumber(text)).not.toBeNull();
    for (const text of ['第5号', '根据云政发〔2026〕5号要求', '2026年5号']) expect(readDocumentNumber(text)).toBeNull();
  });

  it('a date in digits or Chinese numerals', () => {
    for (const text of [
      '2026年3月5日',
      '二〇二六年三月五日',
      '二○二六年十二月三十一日',
      '2026 年 3 月 5 日',
      '（2026年3月5日）',
    ])
      expect(isDateLine(text)).toBe(true);
    for (const text of ['2026年3月', '2026年3月5日前完成', '3月5日']) expect(isDateLine(text)).toBe(false);
  });

  it('recipients, and not a sentence that ends with a colon', () => {
    for (const text of ['各区（县）人民政府，市政府各部门：', '市商务局：', '各有关单位：', '云川市财政局：'])
      expect(isSalutation(text)).toBe(true);
    for (const text of ['现将有关事项通知如下：', '主要目标：', '市商务局负责以下工作任务：', '联系人：'])
      expect(isSalutation(text)).toBe(false);
  });

  it('an organ, and not a heading that ends like one', () => {
    for (const text of ['云川市人民政府', '云川市质量工作领导小组（代）', '云川市151人才工程办公室'])
      expect(isOrganName(text)).toBe(true);
    for (const text of ['2026年商务局', '由市商务局、市财政局', '请报市商务局。'])
      expect(isOrganName(text)).toBe(false);
  });

  it('a title by its last word', () => {
    for (const text of [
      '云川市早市提升方案',
      '云川市早市计划（2026—2028年）',
      '关于印发《云川市早市方案（试行）》的通知',
    ])
      expect(endsLikeTitle(text)).toBe(true);
    for (const text of ['云川市人民政府', '请各区制定方案。', '改造、亮化、清洗'])
      expect(endsLikeTitle(text)).toBe(false);
  });

  it('a line of the web page', () => {
    for (const text of [
      '扫一扫关注我们',
      '服务热线：0871-600000',
      '顶部',
      '主办单位：云川市人民政府办公室 地址：人民路1号',
      '索引号：0001',
    ])
      expect(isWebLine(text)).toBe(true);
    for (const text of ['责任单位：市商务局', '打印社要登记证照，逐户核对。', '一、主要任务'])
      expect(isWebLine(text)).toBe(false);
  });
});
