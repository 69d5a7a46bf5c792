import { describe, expect, it } from 'vitest';
import { blockText } from '../../../shared/document/plain-text';
import { readDocx } from '../../../shared/recognise/read-docx';
import { recogniseParagraphs, recogniseText } from '../../../shared/recognise/recognise';
import type { Recognition } from '../../../shared/recognise/types';
import { makeDocx, paragraph } from '../../fixtures/docx/make-docx';

const body = ['各区县商务局：', '为方便市民，现就早市提升提出如下措施。', '一、改造摊位', '统一编号，按月检查。'];
const name = '云川市早市提升若干措施';
const titles = ({ document }: Recognition): string[] =>
  document.parts.flatMap(({ children }) => children.filter(({ type }) => type === 'title').map(blockText));
const doubts = (recognition: Recognition): string[] =>
  recognition.doubts.map(({ message }) => message).filter((message) => message.includes('标题'));
const read = (...above: readonly string[]): Recognition => recogniseText([...above, ...body].join('\n'));

describe('a title that stands only in the table of a web page', () => {
  it.each([
    ['a row', ['首页 > 文件库', '索引号：115/2026-012', `标题：${name}`, '发布机构：云川市商务局']],
    ['a row with marks and spaces', ['**索引号**：115', `**名 称**：${name}`, '发文日期：2026年3月1日']],
    ['cells between pipes', [`| 索引号 | 115 | 名称 | ${name} |`, '| 发布机构 | 云川市商务局 |']],
    ['tabs', ['索引号\t115', `文件名称\t${name}`, '发布日期\t2026年3月1日']],
  ])('as %s is taken, with a doubt; the rows are set aside', (_, above) => {
    const recognition = read(...above);
    expect(titles(recognition)).toEqual([name]);
    expect(doubts(recognition)).toEqual([expect.stringContaining('用了上方信息表里的名称')]);
    const [title] = recognition.document.parts[0]!.children;
    expect(recognition.doubts[0]!.blockId).toBe(title!.id);
    const aside = recognition.document.setAside.map(({ text }) => text).join('\n');
    for (const line of above.filter((each) => /[：|\t]/.test(each))) expect(aside).toContain(line);
  });

  it('a cell a line is a title like any other', () => {
    const recognition = read(
      '索 引 号：',
      '115/2026',
      '标 题：',
      name,
      '发布机构：',
      '云川市商务局',
      '公开方式：',
      '主动公开',
    );
    expect(titles(recognition)).toEqual([name]);
  });

  it('gives way to one of the text’s own', () => {
    const recognition = read('索引号：115', `标题：${name}（网页版）`, '发布机构：云川市商务局', name);
    expect(titles(recognition)).toEqual([name]);
    expect(doubts(recognition)).toEqual([]);
  });

  it('is none without such a table around it', () => {
    const recognition = read(`名称：${name}`);
    expect(titles(recognition)).not.toEqual([name]);
  });

  it('counts in a Word table as well, which is set aside', () => {
    const row = (...cells: readonly string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const table = `<w:tbl>${row('索引号', '115', '发布机构', '云川市商务局')}${row('标题', name)}</w:tbl>`;
    const { paragraphs } = readDocx(makeDocx(table + body.map((line) => paragraph(line)).join('')));
    const recognition = recogniseParagraphs(paragraphs);
    expect(titles(recognition)).toEqual([name]);
    expect(recognition.document.setAside.map(({ text }) => text)).toEqual([
      '|索引号|115|发布机构|云川市商务局|',
      `|标题|${name}|`,
    ]);
    const below = recogniseParagraphs(
      readDocx(makeDocx(table + [`${name}（试行）`, ...body].map((line) => paragraph(line)).join(''))).paragraphs,
    );
    expect(titles(below)).toEqual([`${name}（试行）`]);
  });

  it('a table of the text’s own stays one', () => {
    const row = (...cells: readonly string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const table = `<w:tbl>${row('名称', '单位', '时限')}${row('摊位改造', '市商务局', '2026年')}</w:tbl>`;
    const { document } = recogniseParagraphs(readDocx(makeDocx(paragraph(name) + table)).paragraphs);
    expect(document.parts[0]!.children.map(({ type }) => type)).toEqual(['title', 'table']);
  });
});
