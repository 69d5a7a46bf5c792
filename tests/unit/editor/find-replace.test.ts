import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../renderer/editor/model/blocks';
import {
  compileQuery,
  expandReplacement,
  type SearchQuery,
} from '../../../renderer/features/find-replace/search-query';
import { type SearchScope, textsIn } from '../../../renderer/features/find-replace/search-scope';
import { searchTexts } from '../../../renderer/workers/search-texts';
import { blockText } from '../../../shared/document/plain-text';
import type { DocumentFunction } from '../../../shared/functions/types';
import { editing } from './notation';

const query = (text: string, how: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  pattern: false,
  caseSensitive: false,
  wholeWord: false,
  ...how,
});

const find = (wanted: SearchQuery, ...texts: string[]): string[] => {
  const compiled = compileQuery(wanted);
  if ('problem' in compiled) return [compiled.problem];
  return searchTexts({ ...compiled, texts }).map(({ text, start, groups }) => `${text}:${start} ${groups[0]}`);
};

describe('looking for words', () => {
  it('takes signs as they stand', () => {
    expect(find(query('(1.5%)'), '增长(1.5%)以上', '增长(115%)以上')).toEqual(['0:2 (1.5%)']);
  });

  it('tells capitals apart only when asked to', () => {
    expect(find(query('gdp'), 'GDP与gdp')).toEqual(['0:0 GDP', '0:4 gdp']);
    expect(find(query('gdp', { caseSensitive: true }), 'GDP与gdp')).toEqual(['0:4 gdp']);
  });

  it('finds a number as a whole, and Chinese words as ever', () => {
    expect(find(query('5', { wholeWord: true }), '5个、15个、5G、共5项')).toEqual(['0:0 5', '0:11 5']);
    expect(find(query('质量', { wholeWord: true }), '高质量发展')).toEqual(['0:1 质量']);
  });

  it('never cuts a rare character in two', () => {
    expect(find(query('.', { pattern: true }), '𠮷祥')).toEqual(['0:0 𠮷', '0:2 祥']);
  });
});

describe('looking for a pattern', () => {
  it('finds it in every text, from its beginning to its end', () => {
    expect(find(query('^第(.)项$', { pattern: true }), '第一项', '共第一项')).toEqual(['0:0 第一项']);
  });

  it('leaves out hits without a character', () => {
    expect(find(query('a*', { pattern: true }), '甲aa乙')).toEqual(['0:1 aa']);
  });

  it('says in a sentence what is wrong with a bad one', () => {
    for (const [text, sentence] of [
      ['(甲', '圆括号没有成对。'],
      ['[甲', '方括号或花括号没有成对。'],
      ['*甲', '* + ? 前面没有可以重复的内容。'],
      ['甲\\', '末尾的 \\ 后面缺少内容。'],
      ['\\甲', '\\ 后面的字符不能这样写。'],
      ['[九-一]', '范围的前后颠倒了。'],
      ['(?<', '正则写得不完整。'],
      ['甲'.repeat(501), '查找内容最多 500 字。'],
    ] as const)
      expect(compileQuery(query(text, { pattern: true }))).toEqual({ problem: sentence });
  });
});

describe('what takes the place of a hit', () => {
  it('has the groups of the pattern, the hit and a dollar sign', () => {
    const groups = ['2026年', '2026', '年'];
    expect(expandReplacement('$2：$1，$&，$$1', true, groups)).toBe('年：2026，2026年，$1');
  });

  it('keeps a group that does not exist as it is written, and reads $12 as $1 and 2', () => {
    expect(expandReplacement('$3 $0 $12', true, ['甲乙', '甲', '乙'])).toBe('$3 $0 甲2');
  });

  it('is taken as it stands without a pattern', () => {
    expect(expandReplacement('$1', false, ['甲'])).toBe('$1');
  });
});

describe('where is searched', () => {
  const source = [
    'T 标题',
    'P 导语',
    '1 甲',
    'B 专栏',
    '>1 箱内',
    'P 甲文',
    '1 乙',
    'X 一,二;三,四',
    'G 云川市人民政府',
    '== attachment',
    'T 附表',
  ];
  const texts = (scope: SearchScope, caret: string | null, served: Record<string, DocumentFunction> = {}) =>
    textsIn(editing(...source).session.getDocument(), scope, caret, new Map(Object.entries(served))).texts;

  it('is everything, cells one by one', () => {
    expect(texts('all', null)).toEqual([
      '标题',
      '导语',
      '甲',
      '专栏',
      '箱内',
      '甲文',
      '乙',
      '一',
      '二',
      '三',
      '四',
      '云川市人民政府',
      '附表',
    ]);
  });

  it('is the part of the caret, the main text without one', () => {
    expect(texts('part', 'block-10')).toEqual(['附表']);
    expect(texts('part', null)).toContain('标题');
  });

  it('is the chapter of the caret, a 专栏 with a first level in it included', () => {
    expect(texts('chapter', 'block-5')).toEqual(['甲', '专栏', '箱内', '甲文']);
    expect(texts('chapter', 'block-7')).toEqual(['乙', '一', '二', '三', '四']);
  });

  it('is what stands before the first chapter, or behind the last', () => {
    expect(texts('chapter', 'block-1')).toEqual(['标题', '导语']);
    expect(texts('chapter', 'block-8')).toEqual(['云川市人民政府']);
  });

  it('is what serves a function', () => {
    expect(texts('goals', null, { 'block-5': 'goals', 'block-6': 'tasks' })).toEqual(['甲文']);
  });

  it('knows where each cell begins in the text of its table', () => {
    const document = editing(...source).session.getDocument();
    const { texts, places } = textsIn(document, 'all', null, new Map());
    const table = document.parts[0]!.children[7]!;
    texts.forEach((text, at) => {
      const { blockId, offset } = places[at]!;
      if (blockId === table.id) expect(blockText(table).slice(offset, offset + text.length)).toBe(text);
    });
  });
});

describe('replacing', () => {
  it('is one step of undo over text, boxes and tables, from whatever end', () => {
    const { session, lines } = editing('1 甲质量', 'B 质量', '>D 质量质量|', 'X 质量,乙;丙质,量');
    const before = structuredClone(session.editor.children);
    const { texts, places } = textsIn(session.getDocument(), 'all', null, new Map());
    const compiled = compileQuery(query('质量'));
    if ('problem' in compiled) throw new Error(compiled.problem);
    const edits = searchTexts({ ...compiled, texts }).map(({ text, start, groups }) => {
      const { blockId, offset } = places[text]!;
      return { blockId, start: offset + start, end: offset + start + groups[0]!.length, text: '品质' };
    });
    session.run({ type: 'replaceTexts', edits });
    expect(lines()).toEqual(['1 甲品质', 'B 品质', '>D 品质品质|', 'X 品质,乙;丙质,量']);
    session.run({ type: 'undo' });
    expect(session.editor.children).toEqual(before);
  });

  const replaced = (children: object[], start: number, end: number, text: string) => {
    const { session } = editing('P |');
    session.run({
      type: 'insertBlocks',
      blocks: [{ type: 'paragraph', id: 'marked', children } as never],
      where: 'caret',
    });
    session.run({ type: 'replaceTexts', edits: [{ blockId: 'marked', start, end, text }] });
    const block = partsOf(session.editor)[0]!.children[0]!;
    return block.children;
  };

  it('takes the face of the first character replaced', () => {
    expect(replaced([{ text: '甲' }, { text: '乙丙', bold: true }, { text: '丁' }], 1, 4, '新')).toEqual([
      { text: '甲' },
      { text: '新', bold: true },
    ]);
    expect(replaced([{ text: '甲' }, { text: '乙', bold: true }], 0, 2, '新')).toEqual([{ text: '新' }]);
  });

  it('fills a placeholder that is replaced as a whole, and changes the words of one replaced in part', () => {
    const placeholder = { key: 'unit', kind: 'bureau' };
    expect(replaced([{ text: '由' }, { text: '部门', placeholder }, { text: '办' }], 1, 3, '市财政局')).toEqual([
      { text: '由市财政局办' },
    ]);
    expect(replaced([{ text: '由' }, { text: '部门名', placeholder }], 1, 3, '单位')).toEqual([
      { text: '由' },
      { text: '单位名', placeholder },
    ]);
  });

  it('may leave nothing', () => {
    expect(replaced([{ text: '甲乙' }], 0, 2, '')).toEqual([{ text: '' }]);
  });

  it('makes a clause run-in when text comes behind its first 。', () => {
    const { session, lines } = editing('2 主要目标：提高|');
    session.run({ type: 'replaceTexts', edits: [{ blockId: 'block-0', start: 4, end: 5, text: '。' }] });
    expect(lines()).toEqual(['2r 主要目标。提高|']);
  });

  it('replaces five thousand hits in a long document', () => {
    const { session } = editing(...Array.from({ length: 1000 }, () => `P ${'推进标准化，'.repeat(5)}`));
    const edits = Array.from({ length: 1000 }, (_, block) =>
      Array.from({ length: 5 }, (_, at) => ({
        blockId: `block-${block}`,
        start: at * 6,
        end: at * 6 + 2,
        text: '加强',
      })),
    ).flat();
    session.run({ type: 'replaceTexts', edits });
    expect(blockText(partsOf(session.editor)[0]!.children[999]!)).toBe('加强标准化，'.repeat(5));
  });

  it('reaches captions and footnotes, with the text in one step of undo', async () => {
    const { session } = editing('P 按总量|统计', 'X 总量,一');
    session.run({ type: 'insertFootnote', text: '总量指年末总量' });
    session.run({ type: 'setCaption', table: 'block-1', caption: '总量表' });
    await Promise.resolve();
    const before = structuredClone(session.editor.children);
    const { texts, places } = textsIn(session.getDocument(), 'all', null, new Map());
    expect(texts).toEqual(['按总量统计', '总量指年末总量', '总量', '一', '总量表']);
    const compiled = compileQuery(query('总量'));
    if ('problem' in compiled) throw new Error(compiled.problem);
    const edits = searchTexts({ ...compiled, texts }).map(({ text, start, groups }) => {
      const { offset, ...place } = places[text]!;
      return { ...place, start: offset + start, end: offset + start + groups[0]!.length, text: '总数' };
    });
    session.run({ type: 'replaceTexts', edits });
    expect(textsIn(session.getDocument(), 'all', null, new Map()).texts).toEqual([
      '按总数统计',
      '总数指年末总数',
      '总数',
      '一',
      '总数表',
    ]);
    session.run({ type: 'undo' });
    expect(session.editor.children).toEqual(before);
  });

  it('leaves a caption as it was that would be longer than can be stored', async () => {
    const { session } = editing('X 甲,乙');
    session.run({ type: 'setCaption', table: 'block-0', caption: '甲'.repeat(200) });
    const edit = { blockId: 'block-0', beside: { kind: 'caption' } as const, start: 0, end: 1, text: '甲乙' };
    session.run({ type: 'replaceTexts', edits: [edit] });
    expect(session.getDocument().parts[0]!.children[0]).toMatchObject({ caption: '甲'.repeat(200) });
  });
});
