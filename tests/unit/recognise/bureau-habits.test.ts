import { describe, expect, it } from 'vitest';
import { blockText } from '../../../shared/document/plain-text';
import { splitLines } from '../../../shared/recognise/lines/source-lines';
import { recogniseText } from '../../../shared/recognise/recognise';
import { lostCharacters } from './lost-characters';

const read = (...lines: readonly string[]) => {
  const { document } = recogniseText(lines.join('\n'));
  const blocks = document.parts.flatMap(({ children }) => children);
  return {
    number: document.meta.documentNumber,
    aside: document.setAside.map(({ text }) => text),
    blocks: blocks.map((block) => [
      block.type === 'clause' ? `${block.level}${block.sourceNumber ?? ''}` : block.type,
      blockText(block),
    ]),
  };
};
const title = '云川市暴雨应急预案';

describe('decimal numbers', () => {
  const lines = [title, '1　总则', '1.1　目的', '为防范暴雨，制定本预案。', '1.2适用范围', '适用于全市。', '2　职责'];

  it('are headings where chapters and sections count by them, and stay as they were written', () => {
    expect(read(...lines, '2.1　指挥部', '2.1.1　统一调度。按级响应。', '（1）每日会商；').blocks).toEqual([
      ['title', title],
      ['11', '总则'],
      ['21.1', '目的'],
      ['paragraph', '为防范暴雨，制定本预案。'],
      ['21.2', '适用范围'],
      ['paragraph', '适用于全市。'],
      ['12', '职责'],
      ['22.1', '指挥部'],
      ['32.1.1', '统一调度。按级响应。'],
      ['4', '每日会商；'],
    ]);
  });

  it('are headings below 第一章 and 一、 as well', () => {
    const { blocks } = read(
      title,
      '第一章 总则',
      '1.1 目的',
      '1.2 范围',
      '第二章 职责',
      '2.1 指挥部',
      '2.1.1 会商',
      '3 名专家值班。',
    );
    expect(blocks.slice(1).map(([type]) => type)).toEqual([
      '1第一章',
      '21.1',
      '21.2',
      '1第二章',
      '22.1',
      '32.1.1',
      'paragraph',
    ]);
  });

  it('are quantities where nothing counts by them', () => {
    const { blocks } = read(title, '一、目标', '2.5万户用上自来水。', '1.2亿元到位。', '3 年内完成。');
    expect(blocks.slice(2).map(([type]) => type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });
});

describe('habits of bureaus', () => {
  it('Roman numerals count chapters', () => {
    const { blocks } = read('云川市口岸行动计划', 'Ⅰ、目标', '吞吐量翻番。', 'Ⅱ、任务', '新增航线5条。');
    expect(blocks.map(([type]) => type)).toEqual(['title', '1', 'paragraph', '1', 'paragraph']);
  });

  it('a title above nothing but short lines is the first one, and no sentence is set aside', () => {
    const lines = ['云川市口岸行动计划', 'A.扩大开放。新增航线5条。', 'B.保障措施', 'a)加强领导。'];
    const { blocks, aside } = read(...lines);
    expect(blocks[0]).toEqual(['title', '云川市口岸行动计划']);
    expect(aside).toEqual([]);
  });

  it('a number may have its year in Chinese numerals', () => {
    expect(read('云川市关于防汛的通知', '云府发〔二〇二六〕7号', '各区县：', '现通知如下：').number).toBe(
      '云府发〔二〇二六〕7号',
    );
  });

  it.each([
    ['一、以产业振兴为', '引领，打造现代农业'],
    ['一、推进城乡教育的', '均衡发展'],
    ['一、促进科技和', '产业深度融合'],
  ])('a heading that cannot end so goes on: %s', (first, second) => {
    expect(read('云川市振兴方案', first, second, '扩大种植面积至50万亩。').blocks[1]).toEqual([
      '1',
      first.slice(2) + second,
    ]);
  });

  it.each(['一、规范执法行为', '一、鼓励社会参与', '一、促进民族祥和'])('one that can stays alone: %s', (first) => {
    expect(read('云川市振兴方案', first, '市司法局牵头').blocks[1]).toEqual(['1', first.slice(2)]);
  });

  it('a unit note may say 持续推进 in place of a date', () => {
    const [, , clause, note] = read(
      '云川市造林方案',
      '一、行动',
      '（一）造林。植树10万亩。（市林业局、市水务局按职责分工负责，持续推进）',
    ).blocks;
    expect([clause, note]).toEqual([
      ['2', '造林。植树10万亩。'],
      ['responsibility', '（市林业局、市水务局按职责分工负责，持续推进）'],
    ]);
  });

  it('named characters of web pages are decoded, figures raised included', () => {
    expect(read('云川市造林方案', '造林1&times;10&sup3;亩，成活率&ge;90%。').blocks[1]).toEqual([
      'paragraph',
      '造林1×10³亩，成活率≥90%。',
    ]);
  });
});

describe('a head drawn over several lines', () => {
  const body = [
    '各区县：',
    '现提出如下意见。',
    '一、目标',
    '创建500个。',
    '云川市教育局    云川市财政局',
    '2026年4月8日',
  ];

  it('begins with all organs that sign below', () => {
    const { blocks, aside } = read('云川市', '云川市教育局', '云川市财政局', '关于支持教师的意见', ...body);
    expect(blocks[0]).toEqual(['title', '云川市教育局 云川市财政局关于支持教师的意见']);
    expect(aside).toEqual(['云川市']);
  });

  it('may have its last words spread with spaces', () => {
    const { blocks } = read('云 川 市 教 育 局', '文件', '关于支持教师的', '实 施 意 见', ...body);
    expect(blocks[0]).toEqual(['title', '关于支持教师的实 施 意 见']);
  });
});

describe('what comes along when a text is copied', () => {
  it('numbers of pages are set aside, and a sentence goes on behind them', () => {
    const { blocks, aside } = read(
      '云川市造林方案',
      '一、任务',
      '按照统一规划、分级负责的原则，逐年扩大造林面积，',
      '- 2 -',
      '压缩荒地。',
      '第 3 页 共 4 页',
      '二、保障',
      '— 4 —',
    );
    expect(blocks[2]).toEqual(['paragraph', '按照统一规划、分级负责的原则，逐年扩大造林面积，压缩荒地。']);
    expect(aside).toEqual(['- 2 -', '第 3 页 共 4 页', '— 4 —']);
  });

  it('lines with tabs are a table, a row without its first cells included', () => {
    const { document, doubts } = recogniseText(
      ['云川市造林方案', '一、指标', '类别\t指标\t目标', '林地\t面积\t80万亩', '\t覆盖率\t45%', '二、保障'].join('\n'),
    );
    const table = document.parts[0]!.children[2];
    expect(
      table?.type === 'table' && table.children.map((row) => row.children.map(({ children }) => children[0]!.text)),
    ).toEqual([
      ['类别', '指标', '目标'],
      ['林地', '面积', '80万亩'],
      ['', '覆盖率', '45%'],
    ]);
    expect(doubts.map(({ message }) => message)).toEqual(['第3行起：按制表符还原成3行的表格，请核对。']);
    expect(
      lostCharacters(
        splitLines('云川市造林方案\n甲\t乙\n1\t2\n3\t4'),
        recogniseText('云川市造林方案\n甲\t乙\n1\t2\n3\t4'),
      ),
    ).toEqual([]);
  });

  it('a list of headings with their pages is no table', () => {
    const { blocks } = read('云川市造林方案', '总则\t1', '任务\t3', '保障\t7');
    expect(blocks.map(([type]) => type)).not.toContain('table');
  });

  it('文号 and 签发人 on one line are two fields', () => {
    const { document } = recogniseText(
      '云水〔2026〕21号　　　签发人：李某\n云川市水务局关于加固水库的请示\n市人民政府：\n请批示。',
    );
    expect(document.meta).toMatchObject({ documentNumber: '云水〔2026〕21号', signers: ['李某'] });
    expect(document.setAside).toEqual([]);
  });

  it('a date with dots is one below the organ that signs', () => {
    const { blocks } = read('云川市造林方案', '一、任务', '造林10万亩。', '云川市林业局', '2026.7.5');
    expect(blocks.slice(-2)).toEqual([
      ['signature', '云川市林业局'],
      ['dateLine', '2026.7.5'],
    ]);
  });
});

describe('short texts', () => {
  it('signature and date below attachments that are only titles are those of the text', () => {
    const { document } = recogniseText(
      [
        '云川市造林意见',
        '一、任务',
        '造林10万亩。',
        '附件1',
        '苗木目录',
        '附件2',
        '申报表',
        '云川市林业局',
        '2026年7月5日',
      ].join('\n'),
    );
    expect(document.parts.map(({ children }) => children.map(({ type }) => type))).toEqual([
      ['title', 'clause', 'paragraph', 'signature', 'dateLine'],
      ['title'],
      ['title'],
    ]);
  });

  it('items of the first level are parted behind a semicolon as well', () => {
    const { blocks } = read('云川市造林意见', '一、改良苗木。补助50%；二、降低成本。补助30%；三、加强管护。');
    expect(blocks.slice(1).map(([, text]) => text)).toEqual([
      '改良苗木。补助50%；',
      '降低成本。补助30%；',
      '加强管护。',
    ]);
  });

  it('lines of like length are no text wrapped by hand where all are short', () => {
    const lines = ['优秀单位（3个）', '市财政局、市教育局、市水务局', '良好单位（2个）', '市体育局、市林业局'];
    const { blocks } = read(
      '关于上年度绩效考核结果的通报',
      '各部门：',
      '现将结果通报如下：',
      ...lines,
      '请各单位再接再厉。',
      '云川市考核办',
      '2026年1月20日',
    );
    expect(blocks.slice(3, 7).map(([, text]) => text)).toEqual(lines);
  });
});
