import { describe, expect, test } from 'vitest';
import { blankLine, type FlowItem, type FlowParagraph, type FlowTable } from '../../../shared/layout/flow';
import { layOut } from '../../../shared/layout/lay-out';
import { layoutOptionsSchema } from '../../../shared/layout/layout-options';
import { mayBreak } from '../../../shared/layout/paginate/may-break';
import type { Page, PageLine } from '../../../shared/layout/paginate/page';
import { paginate } from '../../../shared/layout/paginate/paginate';
import { officialDocuments } from '../../fixtures/export/official-documents';

const body = (text: string, more: Partial<FlowParagraph> = {}): FlowParagraph => ({
  kind: 'paragraph',
  style: 'GwBody',
  runs: [{ text }],
  ...more,
});
const wan = (count: number): string => '万'.repeat(count);
const texts = (page: Page): string[] => page.lines.map((line) => line.pieces.map((piece) => piece.text).join(''));
const margins = {
  standard: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
  compensated: { top: 1960, bottom: 1847, left: 1588, right: 1474 },
};
const standard = layoutOptionsSchema.parse({});
const paged = (items: readonly FlowItem[]): readonly Page[] => paginate({ items }, standard);
const linesOf = (text: string): string[] => paged([body(text)]).flatMap(texts);
const pagesOf = (name: string): readonly Page[] => {
  const { document, options } = officialDocuments[name]!;
  return paginate(layOut(document, options), options);
};

describe('lines', () => {
  test('hold 28 full-width characters, the first of a paragraph 26', () => {
    expect(linesOf(wan(26 + 28 + 5)).map((line) => line.length)).toEqual([26, 28, 5]);
  });

  test('neither begin with closing nor end with opening punctuation', () => {
    expect(linesOf(`${wan(26)}。${wan(3)}`)[0]).toBe(wan(25));
    expect(linesOf(`${wan(25)}（${wan(5)}`)[0]).toBe(wan(25));
    expect(linesOf(`${wan(24)}”。${wan(9)}`)[0]).toBe(`${wan(24)}”。`);
  });

  test('keep numbers, words and dashes whole', () => {
    expect(linesOf(`${wan(25)}2026年`)).toEqual([wan(25), '2026年']);
    expect(linesOf(`${wan(25)}98.5%以上`)[1]).toBe('98.5%以上');
    expect(linesOf(`${wan(25)}——${wan(2)}`)[0]).toBe(wan(25));
    expect(mayBreak('9', '%')).toBe(false);
    expect(mayBreak('年', '2')).toBe(true);
  });

  test('break a word only when it is longer than a line', () => {
    expect(linesOf('a'.repeat(200)).join('')).toBe('a'.repeat(200));
    expect(linesOf('a'.repeat(200)).length).toBeGreaterThan(2);
  });

  test('count two digits as one character and are spread to the edge of the type area', () => {
    const [page] = paged([body(`${wan(25)}20${wan(9)}。`)]);
    expect(texts(page!)[0]).toBe(`${wan(25)}20`);
    const full = page!.lines[0]!.pieces.at(-1)!;
    expect(full.x + full.width).toBeLessThanOrEqual(1588 + 8844);
    const spread = paged([body(`${wan(25)}（${wan(30)}`)])[0]!.lines[0]!.pieces[0]!;
    expect(spread.x + spread.width).toBeCloseTo(1588 + 8844, 0);
  });

  test('never part the halves of a rare character', () => {
    const lines = linesOf('𠮷'.repeat(60));
    expect(lines.map((line) => [...line].length)).toEqual([26, 28, 6]);
  });
});

test('spaces are room between pieces, wider in a spread line', () => {
  const pieces = paged([body(`Word and ${wan(60)}`)])[0]!.lines[0]!.pieces;
  expect(pieces.map((piece) => piece.text)).toEqual(['Word', 'and', wan(21)]);
  const [word, and] = pieces;
  expect(and!.x - word!.x - word!.width).toBeGreaterThan(70);
});

describe('pages', () => {
  test('hold 22 lines', () => {
    const pages = paged(Array.from({ length: 50 }, () => body('一行')));
    expect(pages.map((page) => page.lines.length)).toEqual([22, 22, 6]);
  });

  test('begin where a paragraph asks for it, blank lines count', () => {
    const pages = paged([body('甲'), ...blankLine(3), body('乙'), body('丙', { pageBreakBefore: true })]);
    expect(pages.map(texts)).toEqual([['甲', '乙'], ['丙']]);
    expect(pages[0]!.lines[1]!.top - pages[0]!.lines[0]!.top).toBe(4 * 579);
  });

  test('keep a heading with what follows, but not a chain longer than a page', () => {
    const heading = (text: string): FlowParagraph => ({ kind: 'paragraph', style: 'GwH1', runs: [{ text }] });
    const kept = paged([...blankLine(21), heading('标题'), body('正文')]);
    expect(kept.map(texts)).toEqual([[], ['标题', '正文']]);
    const chain = paged(Array.from({ length: 30 }, () => heading('标题')));
    expect(chain.map((page) => page.lines.length)).toEqual([22, 8]);
  });

  test('carry their number odd right and even left', () => {
    const [first, second] = paged([body('甲'), body('乙', { pageBreakBefore: true })]);
    const text = (page: Page): string => page.pageNumber!.pieces.map((piece) => piece.text).join('');
    expect([text(first!), text(second!)]).toEqual(['—1—', '—2—']);
    expect(second!.pageNumber!.pieces[0]!.x).toBe(1588 + 280);
    const last = first!.pageNumber!.pieces.at(-1)!;
    expect(last.x + last.width).toBeCloseTo(11906 - 1474 - 280, 0);
  });

  test('say which block a line comes from and where in it', () => {
    const paragraph: FlowParagraph = {
      ...body(wan(30)),
      anchor: 'clause',
      runs: [{ text: wan(30) }, { text: '（责任单位：市财政局）', style: 'GwUnit', anchor: 'note' }],
    };
    const pieces = paged([paragraph])[0]!.lines.flatMap((line) => line.pieces);
    expect(pieces.map(({ block, offset }) => [block, offset])).toEqual([
      ['clause', 0],
      ['clause', 26],
      ['note', 0],
    ]);
  });
});

describe('tables', () => {
  const cell = (text: string, style: 'GwTableHead' | 'GwTableCell' = 'GwTableCell') => ({
    paragraphs: [{ kind: 'paragraph' as const, style, runs: text ? [{ text }] : [] }],
    columns: 1,
  });
  const long: FlowTable = {
    kind: 'table',
    columns: [4422, 4422],
    rows: Array.from({ length: 60 }, (_, at) => ({
      header: at === 0,
      mayBreak: false,
      cells: [cell(at === 0 ? '序号' : `${at}`, at === 0 ? 'GwTableHead' : 'GwTableCell'), cell('内容')],
    })),
  };

  test('repeat their head on every page and lose no row', () => {
    const pages = paged([long]);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(texts(page)[0]).toBe('序号');
    expect(pages.flatMap(texts).filter((text) => /^\d+$/.test(text))).toHaveLength(59);
  });

  test('are framed on every page, inside the type area', () => {
    for (const page of paged([long])) {
      const rows = page.lines.length / 2;
      expect(page.rules.filter((rule) => rule.x1 === rule.x2)).toHaveLength(rows * 3);
      expect(Math.max(...page.rules.map((rule) => rule.y2))).toBeLessThanOrEqual(16838 - 1984);
    }
  });

  test('a row that may break goes on on the next page', () => {
    const table: FlowTable = {
      kind: 'table',
      columns: [8844],
      rows: [{ header: false, mayBreak: true, cells: [cell(wan(36 * 50))] }],
    };
    const pages = paged([...blankLine(12), table]);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(texts).join('')).toBe(wan(36 * 50));
  });
});

describe('whole documents', () => {
  test.each(Object.keys(officialDocuments))('%s: no line leaves the type area, none is lost', (name) => {
    const { document, options } = officialDocuments[name]!;
    const { items } = layOut(document, options);
    const pages = pagesOf(name);
    const { top, bottom, left, right } = margins[options.profile];
    for (const page of pages) {
      const turned = page.width > page.height;
      // The head of a 信函 stands above the type area.
      const above = turned ? left : options.format === 'letter' && page.number === 1 ? 1701 : top;
      for (const line of page.lines) {
        expect(line.top).toBeGreaterThanOrEqual(above);
        if (line.pieces.length > 0)
          expect(line.top + line.height).toBeLessThanOrEqual(page.height - (turned ? right : bottom));
        for (const piece of line.pieces) {
          expect(piece.x).toBeGreaterThanOrEqual((turned ? bottom : left) - 1);
          expect(piece.x + piece.width).toBeLessThanOrEqual(page.width - (turned ? top : right) + 6);
        }
      }
    }
    // Footnotes are set in 五号 at the foot of their page, in the middle of what goes on behind it.
    const isText = (line: PageLine): boolean => line.pieces.every(({ size, raised }) => size !== 10.5 || raised);
    const printed = pages
      .flatMap((page) => texts({ ...page, lines: page.lines.filter(isText) }))
      .join('')
      .replace(/[①-⑳]/g, '')
      .replace(/\s/g, '');
    for (const item of items) {
      if (item.kind !== 'paragraph') continue;
      expect(printed).toContain(
        item.runs
          .map((run) => run.text)
          .join('')
          .replace(/\s/g, ''),
      );
    }
  });
});

describe('footnotes', () => {
  const noted = (...notes: string[]): FlowParagraph => ({
    ...body(''),
    runs: [{ text: '甲' }, ...notes.flatMap((footnote) => [{ text: '', footnote }, { text: '乙' }])],
  });

  test('stand at the foot of the page with their signs, numbered anew on every page', () => {
    const pages = paged([noted('注一', '注二'), { ...noted('注三'), pageBreakBefore: true }]);
    expect(pages.map(texts)).toEqual([
      ['甲①乙②乙', '①注一', '②注二'],
      ['甲①乙', '①注三'],
    ]);
    const [line, first, last] = pages[0]!.lines;
    expect(last!.top + last!.height).toBe(16838 - 1984);
    expect(first!.top + first!.height).toBe(last!.top);
    expect(line!.pieces[1]).toMatchObject({ text: '①', size: 10.4 });
    expect(line!.pieces[1]!.raised).toBeGreaterThan(0);
    expect(pages[0]!.rules).toHaveLength(1);
  });

  test('take their room from the text: what does not fit goes on with its note', () => {
    const lines = Array.from({ length: 21 }, () => body('丙'));
    expect(paged([...lines, body('丁')])).toHaveLength(1);
    const pages = paged([...lines, noted('注')]);
    expect(pages.map((page) => page.lines.length)).toEqual([21, 2]);
    expect(paged([noted('注'), ...lines]).map((page) => page.lines.length)).toEqual([21, 2]);
  });

  test('neither begin a line with their sign nor count in the offsets of their block', () => {
    const [page] = paged([
      { ...body(''), anchor: 'the-block', runs: [{ text: wan(26) }, { text: '', footnote: '注' }, { text: '丙' }] },
    ]);
    expect(texts(page!).slice(0, 2)).toEqual([wan(25), '万①丙']);
    expect(page!.lines[1]!.pieces.map(({ offset }) => offset)).toEqual([25, 26, 26]);
  });
});
