import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';
import { fullWidthEdits, restoreFullWidth } from '../../../shared/wording/full-width';
import { toMainland, toMainlandText } from '../../../shared/wording/to-mainland';

const restored = (text: string): string =>
  fullWidthEdits(text).reduceRight(
    (left, { start, end, text: mark }) => left.slice(0, start) + mark + left.slice(end),
    text,
  );

describe('traditional text in the wording of the mainland', () => {
  it.each([
    ['推進“網際網路+政務服務”', '推进“互联网+政务服务”'],
    ['最佳化營商環境', '优化营商环境'],
    ['規範審批程序', '规范审批程序'],
    ['嚴格執行統計指標體系', '严格执行统计指标体系'],
    ['建立健全檔案制度', '建立健全档案制度'],
    ['建設智慧城市，發展人工智慧', '建设智慧城市，发展人工智能'],
    ['保護智慧財產權', '保护知识产权'],
    ['數位經濟、軟體產業和資訊化', '数字经济、软件产业和信息化'],
    ['透過數據共享提高服務水準', '通过数据共享提高服务水平'],
    ['加強應急支援，整合線上資源', '加强应急支援，整合线上资源'],
    ['把品質工作列入考核', '把品质工作列入考核'],
    ['幹部著力瞭解裡程', '干部着力了解里程'],
    ['云川市早市提升方案', '云川市早市提升方案'],
  ])('%s', (before, after) => {
    expect(toMainlandText(before)).toBe(after);
  });

  it('is listed word by word with how often, and what needs no change stays the same object', () => {
    const { document } = recogniseText('雲川市最佳化早市方案\n一、最佳化佈局\n二、公示结果。');
    const { document: after, changes } = toMainland(document);
    expect(after.parts[0]!.children.map(blockText)).toEqual(['云川市优化早市方案', '优化布局', '公示结果。']);
    expect(after.parts[0]!.children[2]).toBe(document.parts[0]!.children[2]);
    expect(changes.map(({ before, after, count }) => `${before}→${after} ${count}`)).toEqual([
      '最佳→优 2',
      '雲→云 1',
      '佈局→布局 1',
    ]);
  });
});

describe('half-width marks in Chinese text', () => {
  it.each([
    ['完善标准, 加强监管;落实责任.', '完善标准，加强监管；落实责任。'],
    ['主要目标:到2030年,建成120个.', '主要目标：到2030年，建成120个。'],
    ['(责任单位:市商务局)', '（责任单位：市商务局）'],
    ['推进"互联网+政务",便民', '推进“互联网+政务”，便民'],
    ['增长98%,比上年提高', '增长98%，比上年提高'],
    ['完善GDP,增速稳定', '完善GDP，增速稳定'],
    ['各类摊位...等设施--便民', '各类摊位……等设施——便民'],
    ['怎么办?抓落实!', '怎么办？抓落实！'],
  ])('%s', (before, after) => {
    expect(restored(before)).toBe(after);
  });

  it.each([
    '上午9:30至10:00,共1,200.5元'.replace(',共', '，共'),
    '按GB/T 9704-2012执行',
    '见https://www.yunchuan.gov.cn/a,b?c=1。',
    '信箱a.b@yunchuan.cn',
    '比例为3:1',
    'Version 2.0 (beta), see README.md',
    '第1.2节',
    '1.登记摊主',
    'A/B测试',
  ])('numbers, codes, English and addresses stay: %s', (text) => {
    expect(restored(text)).toBe(text);
  });

  it('changes nothing but marks and the space behind one, and nothing a second time', () => {
    const piece = fc.constantFrom(
      '云川',
      '市',
      '2030',
      '98%',
      'GDP',
      ',',
      ';',
      ':',
      '.',
      '(',
      ')',
      '"',
      ' ',
      '，',
      '。',
      '（',
      '）',
      '--',
    );
    const letters = (text: string): string => text.replace(/[^\p{L}\p{N}%]/gu, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        expect(letters(restored(text))).toBe(letters(text));
        const edits = fullWidthEdits(text);
        for (const [at, { start }] of edits.entries()) expect(start).toBeGreaterThanOrEqual(edits[at - 1]?.end ?? 0);
      }),
    );
  });

  it('are found in the cells of a table too, where the editor counts them', () => {
    const { document } = recogniseText('云川市方案\n一、任务,目标\n完成.');
    expect(restoreFullWidth(document).map(({ before, text, start }) => [before, text, start])).toEqual([
      [',', '，', 2],
      ['.', '。', 2],
    ]);
  });
});
