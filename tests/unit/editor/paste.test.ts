import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForText } from '../../../renderer/editor/clipboard/paste-as-text';
import { partsOf } from '../../../renderer/editor/model/blocks';
import type { Table } from '../../../shared/document/block';
import { documentSchema } from '../../../shared/document/document';
import { parseHtml } from '../../helpers/parse-html';
import { clipboard } from './clipboard';
import { type Editing, editing } from './notation';

beforeEach(() => {
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = parseHtml;
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const fixture = (name: string): string => readFileSync(join('tests/fixtures/clipboard', name), 'utf8');

const pageOf = (html: string, text = '不该用到的文字'): DataTransfer => {
  const data = clipboard(text);
  data.setData('text/html', html);
  return data;
};

/** Pastes, and sees that it is one step of undo and leaves a valid document. */
const paste = (input: readonly string[], data: DataTransfer): Editing => {
  const edited = editing(...input);
  const { editor, getDocument, run } = edited.session;
  const before = structuredClone(editor.children);
  editor.insertData(data);
  expect(documentSchema.safeParse(getDocument()).error?.issues ?? []).toEqual([]);
  const after = structuredClone(editor.children);
  const lines = edited.lines();
  expect(editor.history.undos.length).toBe(1);
  run({ type: 'undo' });
  expect(editor.children).toEqual(before);
  run({ type: 'redo' });
  expect(editor.children).toEqual(after);
  return { ...edited, lines: () => lines };
};

const blocksOf = ({ session }: Editing) => partsOf(session.editor)[0]!.children;

describe('a paste from Word', () => {
  const result = () => paste(['P |'], pageOf(fixture('word.html')));

  it('keeps numbers, leads, dots of lists, unit notes and tables, and drops what is no text', () => {
    expect(result().lines()).toEqual([
      '1 总体要求',
      '2r 主要目标。到2030年，建成标准化服务站点120个，覆盖全部街道，居民满意率达到九成。',
      'D 新建站点优先放在老旧小区。',
      'R （责任单位：市民政局、市财政局）',
      'X 指标,目标值;2027年,2030年;站点数,60;（个）,120',
    ]);
  });

  it('keeps bold words, but not the bold of a lead or of a whole heading', () => {
    const [heading, clause] = blocksOf(result());
    expect(heading?.children).toEqual([{ text: '总体要求' }]);
    expect(clause?.children).toEqual([
      { text: '主要目标。到2030年，建成标准化服务站点120个，' },
      { text: '覆盖全部街道', bold: true },
      { text: '，居民满意率达到九成。' },
    ]);
  });

  it('keeps merged cells and head rows', () => {
    const table = blocksOf(result())[4] as Table;
    expect(table.children.map(({ header }) => header)).toEqual([true, true, undefined]);
    expect(table.children[0]!.children.map(({ rowSpan, colSpan }) => [rowSpan, colSpan])).toEqual([
      [2, undefined],
      [undefined, 2],
    ]);
  });
});

describe('a paste from WPS', () => {
  it('keeps headings, list numbers, dashes and line breaks', () => {
    expect(paste(['P |'], pageOf(fixture('wps.html'))).lines()).toEqual([
      '2 完善服务网络',
      '3 整合社区用房，2026年底前完成清查。',
      'D 每个街道设一处综合服务中心；',
      'P 附件材料另行印发。',
      'P 请认真落实。|',
    ]);
  });
});

describe('a paste from Excel', () => {
  it('is a table with its bold first row as head, without hidden rows', () => {
    const edited = paste(['P |'], pageOf(fixture('excel.html')));
    expect(edited.lines()).toEqual(['X 区,站点,覆盖率;东城区,12,85.3%;西城区（含;新区）,90.1%']);
    expect((blocksOf(edited)[0] as Table).children[0]!.header).toBe(true);
  });

  it('fills the cells of a table from the caret on, adding rows and columns', () => {
    const edited = paste(['X 甲,|乙;丙,丁'], pageOf(fixture('excel.html')));
    expect(edited.lines()).toEqual(['X 甲,区,站点,覆盖率;丙,东城区,12,85.3%;,西城区（含;新区）,,90.1%']);
  });

  it('is known by its tabs when there is only text, quotation marks around line breaks included', () => {
    expect(paste(['P |'], clipboard('区\t站点\r\n东城区\t"十二\n个"\r\n')).lines()).toEqual([
      'X 区,站点;东城区,十二;个',
    ]);
    expect(paste(['X |甲,乙'], clipboard('一\t二')).lines()).toEqual(['X 一,二']);
  });

  it('is no table when paragraphs only begin with a tab', () => {
    expect(paste(['P |'], clipboard('\t第一段。\n\t第二段。')).lines()).toEqual(['P 第一段。', 'P 第二段。|']);
  });

  it('is refused with a sentence when the table would get too wide', () => {
    const { session, host, lines } = editing('X 甲,|乙');
    host.say = vi.fn();
    session.editor.insertData(clipboard(Array.from({ length: 64 }, (_, at) => at).join('\t')));
    expect(host.say).toHaveBeenCalledWith('粘贴后表格将有 65 列、1 行，最多 64 列、2000 行，没有粘贴。');
    expect(lines()).toEqual(['X 甲,乙']);
  });
});

describe('a paste from a web page', () => {
  const result = () => paste(['P |'], pageOf(fixture('web-page.html')));

  it('keeps headings and lists, and drops scripts, pictures and hidden text', () => {
    expect(result().lines()).toEqual([
      'P 云川市养老服务工作方案',
      'P 现将有关事项通知如下。',
      '1 工作目标',
      'P 建成站点一百个。',
      '2 进度安排',
      '3 上半年完成选址',
      '3 下半年开工建设',
      '4 先建东城区',
      'D 统一标识',
      'P 统一服装',
      'P 联系电话：12345',
      'P 传真：54321',
      'P 框里只有一段话。|',
    ]);
  });

  it('gives a heading without a number none', () => {
    expect(blocksOf(result())[2]).toMatchObject({ type: 'clause', level: 1, numbered: false });
    expect(blocksOf(result())[5]).not.toHaveProperty('numbered');
  });
});

describe('where a paste goes', () => {
  it('a single paragraph into a sentence is its words, number and all', () => {
    expect(paste(['P 甲|丁'], pageOf('<p>（一）乙<b>丙</b></p>')).lines()).toEqual(['P 甲（一）乙丙|丁']);
    expect(paste(['P 甲|丁'], clipboard('一、乙')).lines()).toEqual(['P 甲一、乙|丁']);
  });

  it('words behind the 。 of a heading make it run-in', () => {
    expect(paste(['2 主要目标。|'], clipboard('到2030年')).lines()).toEqual(['2r 主要目标。到2030年|']);
  });

  it('several paragraphs into a sentence join the text around', () => {
    expect(paste(['P 甲|丁'], pageOf('<p>乙</p><p>一、章</p><p>丙</p>')).lines()).toEqual([
      'P 甲乙',
      '1 章',
      'P 丙|丁',
    ]);
  });

  it('into a cell goes text', () => {
    expect(paste(['X |,乙'], pageOf('<p>一、甲</p><p>丙</p>')).lines()).toEqual(['X 甲 丙,乙']);
  });

  it('a whole document where its title is to be written brings title, recipients, signature and date', () => {
    const text = [
      '云川市人民政府关于推进养老服务的实施意见',
      '各区人民政府，市政府各部门：',
      '现提出如下意见。',
      '一、总体要求',
      '坚持服务群众。',
      '云川市人民政府',
      '2026年3月5日',
    ].join('\n');
    expect(paste(['T |'], clipboard(text)).lines()).toEqual([
      'T 云川市人民政府关于推进养老服务的实施意见',
      'S 各区人民政府，市政府各部门：',
      'P 现提出如下意见。',
      '1 总体要求',
      'P 坚持服务群众。',
      'G 云川市人民政府',
      'Y 2026年3月5日|',
    ]);
  });

  it('lines of a plain text that were broken by hand are joined', () => {
    expect(paste(['P |'], clipboard('为贯彻国家有关要求，\n提出如下意见。\n一、总则\n第一条的话。')).lines()).toEqual([
      'P 为贯彻国家有关要求，提出如下意见。',
      '1 总则',
      'P 第一条的话。|',
    ]);
  });

  it('keeps 第一章, which cannot be computed, and gives all other numbers those of the place', () => {
    const edited = paste(['1 前', 'P |'], clipboard('第三章 监督\n第四章 附则'));
    expect(blocksOf(edited)[1]).toMatchObject({ sourceNumber: '第三章', level: 1 });
    expect(blocksOf(paste(['1 前', 'P |'], clipboard('五、监督\n六、附则')))[1]).not.toHaveProperty('sourceNumber');
  });
});

describe('pasting as text', () => {
  it('leaves every line as it is written', () => {
    const { session, lines } = editing('P |');
    askForText(session.editor);
    session.editor.insertData(pageOf('<h1>一、甲</h1><p><b>乙</b></p>', '一、甲\n——乙\n1\t2'));
    expect(lines()).toEqual(['P 一、甲', 'P ——乙', 'P 1 2|']);
    session.editor.insertData(clipboard('\n一、甲\n乙'));
    expect(lines().slice(-2)).toEqual(['1 甲', 'P 乙|']);
  });
});

describe('limits of a paste', () => {
  it('are told in a sentence', () => {
    const { session, host, lines } = editing('P 甲|');
    host.say = vi.fn();
    session.editor.insertData(clipboard('字'.repeat(620_000)));
    expect(host.say).toHaveBeenCalledWith(expect.stringContaining('剪贴板里有 62 万字，一次最多粘贴 50 万字'));
    session.editor.insertData(pageOf(`<p>乙</p>${' '.repeat(10_000_001)}`, '丙'));
    expect(host.say).toHaveBeenLastCalledWith('剪贴板里的格式太多，已按文字粘贴。');
    expect(lines()).toEqual(['P 甲丙|']);
  });

  it('waits for the end of a composition', () => {
    const { session, lines } = editing('P 甲|');
    session.gate.close();
    session.editor.insertData(clipboard('乙'));
    expect(lines()).toEqual(['P 甲|']);
    session.gate.open();
    expect(lines()).toEqual(['P 甲乙|']);
  });

  it('20,000 characters become as many blocks as they have paragraphs and unit notes', () => {
    const line = '（一）完善服务网络。整合社区用房，统筹建设综合服务中心，方便居民就近办事。（责任单位：市民政局）';
    const html = Array.from(
      { length: 420 },
      () => `<p class=MsoNormal><span style='font-family:仿宋'>${line}</span></p>`,
    );
    const { session } = editing('P |');
    session.editor.insertData(pageOf(html.join('\n')));
    expect(partsOf(session.editor)[0]!.children.length).toBe(840);
  });

  it('typing behind a paste is a step of its own', async () => {
    const { session, lines } = editing('P 甲|');
    session.editor.insertData(clipboard('乙'));
    await Promise.resolve();
    session.editor.insertText('丙');
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['P 甲乙|']);
  });
});
