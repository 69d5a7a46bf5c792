import { describe, expect, it } from 'vitest';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';

const read = (...lines: readonly string[]) => {
  const { document, doubts } = recogniseText(lines.join('\n'));
  return {
    parts: document.parts.map(({ kind, children }) => [kind, ...children.map(({ type }) => type)].join(' ')),
    texts: document.parts.map(({ children }) => children.map(blockText)),
    aside: document.setAside.map(({ text }) => text),
    doubts: doubts.map(({ message }) => message),
  };
};
const first = ['云川市体育局关于开展健身月活动的通知', '各区县体育局：', '现通知如下：', '一、时间', '八月。'];
const signed = ['云川市体育局', '2026年7月1日'];
const second = ['各区县体育局：', '暑期将至，现通知如下：', '一、巡查', '每日巡查。', '云川市体育局', '2026年7月2日'];
const secondParts = 'attachment title salutation paragraph clause paragraph signature dateLine';

describe('a second document in the same file', () => {
  it.each([
    ['the recipients', ['云川市体育局关于做好游泳安全工作的通知']],
    ['a title of two lines', ['云川市体育局', '关于做好游泳安全工作的通知']],
    ['its number below', ['云川市体育局关于做好游泳安全工作的通知', '云体发〔2026〕4号']],
    ['its number above', ['云体发〔2026〕4号', '云川市体育局关于做好游泳安全工作的通知']],
  ])('is an attachment of its own, with a doubt: %s', (_, title) => {
    const found = read(...first, ...signed, '（此件公开发布）', ...title, ...second);
    expect(found.parts[0]).toBe('main title salutation paragraph clause paragraph signature dateLine note');
    expect(found.parts[1]).toBe(secondParts);
    expect(found.texts[1]![0]).toBe('云川市体育局关于做好游泳安全工作的通知');
    expect(found.aside).toEqual(title.filter((line) => line.endsWith('号')));
    expect(found.doubts).toEqual([expect.stringContaining('像是另一份文件，暂作附件')]);
  });

  it('has its own attachments, and follows those of the first', () => {
    const found = read(
      ...first,
      '附件：活动安排表',
      ...signed,
      '附件',
      '活动安排表',
      '每周六举办。',
      '云川市体育局办公室 2026年7月1日印发',
      '云川市体育局关于做好游泳安全工作的通知',
      ...second.slice(0, 4),
      '附件：巡查记录',
      ...second.slice(4),
      '附件',
      '巡查记录',
      '按日填写。',
    );
    expect(found.parts.slice(1)).toEqual(['attachment title paragraph', secondParts, 'attachment title paragraph']);
  });

  it('is none where only a title is named below a date', () => {
    const found = read(...first, ...signed, '云川市体育局关于做好游泳安全工作的通知', '同时废止。');
    expect(found.parts).toHaveLength(1);
    expect(found.doubts.join()).not.toContain('另一份文件');
  });
});

describe('a paragraph that has lost all its line ends', () => {
  it('falls into its items of every level, each with a doubt', () => {
    const { document, doubts } = recogniseText(
      '云川市公交优先方案\n一、目标。分担率达到40%。二、任务。（一）优化线网。新增20条。（二）更新车辆。1.纯电动200辆。2.氢燃料100辆。三、保障。加强统筹。',
    );
    expect(
      document.parts[0]!.children.flatMap((block) =>
        block.type === 'clause' ? [[block.level, blockText(block)]] : [],
      ),
    ).toEqual([
      [1, '目标。分担率达到40%。'],
      [1, '任务。'],
      [2, '优化线网。新增20条。'],
      [2, '更新车辆。'],
      [3, '纯电动200辆。'],
      [3, '氢燃料100辆。'],
      [1, '保障。加强统筹。'],
    ]);
    expect(doubts.filter(({ glued }) => glued)).toHaveLength(6);
  });

  it('but items in the words of a paragraph stay there', () => {
    const { document } = recogniseText(
      '云川市公交优先方案\n一、任务。重点做好以下工作：（一）优化线网；（二）更新车辆。\n二、保障。加强统筹。',
    );
    expect(document.parts[0]!.children.map(({ type }) => type)).toEqual(['title', 'clause', 'clause']);
  });
});
