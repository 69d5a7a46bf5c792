import { describe, expect, it } from 'vitest';
import type { DocumentMeta, GovDocument } from '../../../shared/document/document';
import type { FlowItem, FlowParagraph, FlowTable } from '../../../shared/layout/flow';
import { layOut } from '../../../shared/layout/lay-out';
import { type LayoutOptions, layoutOptionsSchema } from '../../../shared/layout/layout-options';
import { paginate } from '../../../shared/layout/paginate/paginate';
import { runsText } from '../../../shared/layout/text-runs';
import { jointIssue, notedImprint, shortNotice, twelveIssuers, upward } from '../../fixtures/export/format-documents';
import { date, makeDocument, p, part, signature, table, title, to } from '../../fixtures/export/make-document';
import { prose } from '../../fixtures/export/prose';

const set = (
  blocks: Parameters<typeof part>[1],
  meta: Partial<DocumentMeta> = {},
  options: Partial<LayoutOptions> = {},
) => layOut(makeDocument([part('main', blocks)], meta), layoutOptionsSchema.parse(options));
const paragraphs = (items: readonly FlowItem[], style: string): FlowParagraph[] =>
  items.filter((item): item is FlowParagraph => item.kind === 'paragraph' && item.style === style);
const texts = (items: readonly FlowItem[], style: string): string[] =>
  paragraphs(items, style).map(({ runs }) => runsText(runs));
const imprintOf = (items: readonly FlowItem[]): string[][] | undefined => {
  const last = items.at(-1);
  return last?.kind === 'imprint'
    ? last.rows.map((row) => row.map((paragraph) => runsText(paragraph.runs)))
    : undefined;
};
/** Characters of 3号 in twips. */
const characters = (count: number): number => count * 315;

describe('the head of a 文件', () => {
  it('has 份号, 密级 and 紧急程度 one below the other, 密级 on the second line', () => {
    const styles = (meta: Partial<DocumentMeta>): string[] =>
      set([p('正文。')], { issuingOrgan: '云川市人民政府', ...meta }, { format: 'document' })
        .items.slice(0, 3)
        .map((item) => (item.kind === 'paragraph' ? `${item.style} ${runsText(item.runs)}`.trim() : item.kind));
    expect(styles({ copyNumber: '000012', urgency: '特急' }).slice(0, 2)).toEqual([
      'GwCopyNumber 000012',
      'GwUrgency 特急',
    ]);
    expect(styles({ urgency: '加急' })[0]).toBe('GwUrgency 加急');
    expect(styles({ secrecy: '内部', urgency: '加急' })).toEqual(['GwCopyNumber', 'GwUrgency 内部', 'GwUrgency 加急']);
  });

  it('of an upward document has 文号 left and 签发人 right, two to a line, the last line with the red rule', () => {
    const { items } = set(
      [p('正文。')],
      { issuingOrgan: '云川市人民政府', documentNumber: '云政〔2026〕1号', signers: ['王建国', '欧阳明', '李平'] },
      { format: 'document' },
    );
    expect(texts(items, 'GwSigners')).toEqual(['\t\t签发人：王建国\t欧阳明']);
    expect(texts(items, 'GwNumber')).toEqual(['\t云政〔2026〕1号\t\t李平']);
    const [first] = paragraphs(items, 'GwNumber')[0]!.tabs!;
    expect(first).toEqual({ at: characters(1), align: 'left' });
  });

  it('stacks the organs of a joint issue, 文件 beside them, or names the lead organ alone', () => {
    const meta = { issuingOrgan: '云川市财政局、云川市教育局', documentNumber: '云财〔2026〕1号' };
    const { items } = set([p('正文。')], meta, { format: 'document' });
    const mark = items.find((item): item is FlowTable => item.kind === 'table')!;
    const cells = mark.rows[0]!.cells.map((cell) => cell.paragraphs.map(({ runs }) => runsText(runs)));
    expect(cells).toEqual([[''], ['云川市财政局', '云川市教育局'], ['文件'], ['']]);
    expect(mark.frame).toBe('none');
    expect(mark.columns.reduce((sum, column) => sum + column, 0)).toBe(8844);
    const lead = set([p('正文。')], meta, { format: 'document', jointMark: 'lead' });
    expect(texts(lead.items, 'GwMark')).toEqual(['云川市财政局文件']);
  });

  it('makes the stack lower until page 1 shows text', () => {
    const options = layoutOptionsSchema.parse({ format: 'document' });
    const laidOut = layOut(twelveIssuers, options);
    const [first] = paginate(laidOut, options);
    const body = paragraphs(laidOut.items, 'GwBody')[0]!.anchor;
    expect(first!.lines.some((line) => line.pieces.some((piece) => piece.block === body))).toBe(true);
    expect(laidOut.messages).toContain('主送机关过多，首页排不下正文，已移到版记中抄送机关的上方。');
  });
});

describe('版记', () => {
  it('holds 抄送 with a full stop, 印发机关 and 印发日期, behind everything else', () => {
    const { items } = set([p('正文。')], {
      copyTo: '市委各部门，市政协办公室',
      printingOrgan: '云川市人民政府办公室',
      printingDate: '2026年3月9日',
    });
    expect(imprintOf(items)).toEqual([
      ['抄送：市委各部门，市政协办公室。'],
      ['云川市人民政府办公室\t2026年3月9日印发'],
    ]);
  });

  it('of a 信函 has 抄送 alone and no rules', () => {
    const { items, firstPage } = set(
      [p('正文。')],
      {
        copyTo: '市统计局。',
        printingOrgan: '办公室',
        issuingOrgan: '云川市财政局',
        documentNumber: '云财函〔2026〕1号',
      },
      { format: 'letter' },
    );
    expect(imprintOf(items)).toEqual([['抄送：市统计局。']]);
    expect(items.at(-1)).toMatchObject({ ruled: false });
    expect(runsText(firstPage!.head[0]!.runs)).toBe('云川市财政局');
    expect(firstPage).toMatchObject({ headTop: 1701, footBottom: 1134 });
  });

  it('stands on an even page where the bureau wants it: the last, the next, or behind a blank one', () => {
    const place = (paragraphsOfText: number): [string, number] => {
      const options = layoutOptionsSchema.parse({ imprint: 'even' });
      const text = Array.from({ length: paragraphsOfText }, () => p('云'.repeat(26)));
      const laidOut = layOut(
        makeDocument([part('main', text)], { copyTo: '市委。', printingOrgan: '办公室' }),
        options,
      );
      const last = laidOut.items.at(-1)!;
      return [last.kind === 'imprint' ? last.page : '', paginate(laidOut, options).length];
    };
    expect(place(10)).toEqual(['new', 2]);
    expect(place(30)).toEqual(['last', 2]);
    expect(place(44)).toEqual(['after-blank', 4]);
  });

  it('has a page of its own where the last has no room for it, or has footnotes', () => {
    const options = layoutOptionsSchema.parse({ format: 'document' });
    const place = (document: GovDocument) => {
      const laidOut = layOut(document, options);
      const last = laidOut.items.at(-1)!;
      return [last.kind === 'imprint' ? last.page : '', paginate(laidOut, options).length];
    };
    expect(place(jointIssue)).toEqual(['new', 3]);
    expect(place(notedImprint)).toEqual(['new', 3]);
    expect(place(upward)).toEqual(['new', 3]);
  });

  it('takes the addressees when they leave no room for text on page 1', () => {
    const many = `${Array.from({ length: 20 }, (_, at) => `云川市第${at + 1}综合行政执法局`).join('，')}：`;
    const { items } = set([title('关于开展检查的通知'), to(many), p('正文。')], {}, {});
    expect(paragraphs(items, 'GwTo')).toHaveLength(1);
    const crowded = set([title('关于开展检查的通知'), to(many.repeat(3)), p('正文。')], {}, {});
    expect(paragraphs(crowded.items, 'GwTo')).toEqual([]);
    expect(imprintOf(crowded.items)![0]![0]).toMatch(/^主送：云川市第1综合.*局。$/);
  });
});

describe('署名 and 成文日期', () => {
  const right = (items: readonly FlowItem[], style: string): (number | undefined)[] =>
    paragraphs(items, style).map(({ indent }) => indent?.right);
  const signed = [p('正文。'), signature('云川市财政局'), date('2026年3月1日')];

  it('without a seal: name two characters in, the date two characters right of its first', () => {
    const { items } = set(signed, {}, { signature: 'unsealed' });
    // Both are six characters wide: the date ends where the name ends but two characters further.
    expect([right(items, 'GwSign'), right(items, 'GwDate')]).toEqual([[characters(2)], [0]]);
    const long = set([p('正文。'), signature('市财政局'), date('2026年3月1日')], {}, { signature: 'unsealed' });
    expect([right(long.items, 'GwSign'), right(long.items, 'GwDate')]).toEqual([[characters(6)], [characters(2)]]);
  });

  it('with a signature stamp: room for it four characters from the right, the date below', () => {
    const { items } = set([p('正文。'), signature('市长'), date('2026年3月1日')], {}, { signature: 'stamp' });
    expect([right(items, 'GwSign'), right(items, 'GwDate')]).toEqual([[characters(12)], [characters(4)]]);
  });

  it('of a joint issue stand side by side, the last at the right over the date', () => {
    const names = ['云川市市场监督管理局', '云川市发展和改革委员会', '云川市财政局'];
    const { items } = set([p('正文。'), ...names.map(signature), date('2026年5月12日')]);
    const rows = items
      .find((item): item is FlowTable => item.kind === 'table')!
      .rows.map((row) =>
        row.cells.map((cell) => cell.paragraphs.map(({ runs }) => runsText(runs)).filter((text) => text !== '')),
      );
    expect(rows).toEqual([
      [[names[0]], [names[1]]],
      [[], [names[2], '2026年5月12日']],
    ]);
  });

  it('share a page with text: a one-paragraph notice is drawn together (7.3.5.5)', () => {
    const options = layoutOptionsSchema.parse({ format: 'document' });
    const laidOut = layOut(shortNotice, options);
    const [first] = paginate(laidOut, options);
    const blocks = first!.lines.flatMap((line) => line.pieces.map((piece) => piece.block));
    for (const style of ['GwBody', 'GwSign', 'GwDate', 'GwNote'])
      expect(blocks).toContain(paragraphs(laidOut.items, style)[0]!.anchor);
    expect(paragraphs(laidOut.items, 'GwBody')[0]!.exactLine).toBeLessThan(579);
    expect(texts(laidOut.items, 'GwBody').join('')).not.toContain('此页无正文');
  });

  it.each([
    ['three', jointIssue, 1],
    ['twelve', twelveIssuers, 4],
  ])('of %s organs all stand on one page with text, their names drawn together (7.3.5.5)', (_, document, rows) => {
    const options = layoutOptionsSchema.parse({ format: 'document' });
    const laidOut = layOut(document, options);
    const blocks = document.parts[0]!.children;
    const closing = blocks.flatMap(({ type, id }) => (/^(?:signature|dateLine)$/.test(type) ? [id] : []));
    const text = blocks.flatMap(({ type, id }) => (type === 'paragraph' ? [id] : []));
    const onPages = paginate(laidOut, options).map((page) =>
      page.lines.flatMap((line) => line.pieces.flatMap(({ block }) => block ?? [])),
    );
    const [signed, ...others] = onPages.filter((page) => page.some((id) => closing.includes(id)));
    expect(others).toEqual([]);
    expect(closing.filter((id) => !signed!.includes(id))).toEqual([]);
    expect(text.some((id) => signed!.includes(id))).toBe(true);
    const seals = laidOut.items.filter((item): item is FlowTable => item.kind === 'table').at(-1)!;
    expect([seals.rows.length, seals.columns.length]).toEqual([rows, 3]);
    expect(laidOut.messages.filter((message) => message.includes('没有正文的页'))).toEqual([]);
  });

  it('are said to stand apart where the seals need more than a page', () => {
    const names = Array.from({ length: 16 }, (_, at) => `云川市第${at + 1}综合行政执法局`);
    const document = makeDocument([part('main', [p(prose(1, 6)), ...names.map(signature), date('2026年5月12日')])]);
    const { messages } = layOut(document, layoutOptionsSchema.parse({}));
    expect(messages.filter((message) => message.includes('没有正文的页'))).toHaveLength(1);
  });
});

describe('a 纪要', () => {
  it('names itself in the mark and hangs 出席, 请假, 列席 behind their labels, one blank line above', () => {
    const { items } = set(
      [p('会议议定事项。'), p('出席：张明、李平。'), p('请假：王强。')],
      { issuingOrgan: '云川市人民政府', documentNumber: '〔2026〕4号' },
      { format: 'minutes' },
    );
    expect(texts(items, 'GwMark')).toEqual(['云川市人民政府会议纪要']);
    const [first] = paragraphs(items, 'GwAttendance');
    expect(first!.runs).toEqual([{ text: '出席：', style: 'GwLabel' }, { text: '张明、李平。' }]);
    expect(first!.indent).toEqual({ left: characters(5), hanging: characters(3) });
    expect(texts(items, 'GwAttendance')).toEqual(['出席：张明、李平。', '请假：王强。']);
  });
});

describe('an issued text as attachment', () => {
  it('is listed under the notice and labelled 附件; as body it is neither', () => {
    const labels = (issuedText: 'body' | 'attachment') => {
      const { items } = layOut(shortNotice, layoutOptionsSchema.parse({ issuedText }));
      return [texts(items, 'GwAttachNote'), texts(items, 'GwAttachLabel')];
    };
    expect(labels('body')).toEqual([['附件：重点项目清单'], ['附件']]);
    expect(labels('attachment')).toEqual([
      ['附件：云川市内外贸一体化发展三年行动计划', '附件：重点项目清单'],
      ['附件', '附件'],
    ]);
  });
});

describe('wide tables', () => {
  const wide = table(
    Array.from({ length: 9 }, (_, at) => `第${at + 1}列`),
    Array.from({ length: 9 }, () => '内容'),
  );

  it('from eight columns on stand on turned pages, an attachment that is only such a table as a whole', () => {
    const document = makeDocument([
      part('main', [p(prose(1)), wide, p(prose(2))]),
      part('attachment', [title('项目表'), wide]),
    ]);
    const options = layoutOptionsSchema.parse({});
    const laidOut = layOut(document, options);
    expect(laidOut.items.map((item) => item.kind).filter((kind) => kind === 'landscape')).toHaveLength(2);
    const attachment = laidOut.items.at(-1)!;
    expect(attachment.kind === 'landscape' && attachment.content[0]).toMatchObject({ style: 'GwAttachLabel' });
    expect(paginate(laidOut, options).map((page) => page.width > page.height)).toEqual([false, true, false, true]);
    const upright = layOut(document, layoutOptionsSchema.parse({ wideTables: 'upright' }));
    expect(upright.items.some((item) => item.kind === 'landscape')).toBe(false);
  });
});

describe('unit notes', () => {
  it('stand where the bureau wants them', () => {
    const blocks = [
      p('推进改革。'),
      { type: 'responsibility' as const, placement: 'own' as const, children: [{ text: '（市财政局）' }] },
    ];
    const body = (unitNote: LayoutOptions['unitNote']) => texts(set(blocks, {}, { unitNote }).items, 'GwBody');
    expect(body('as-written')).toEqual(['推进改革。', '（市财政局）']);
    expect(body('run-on')).toEqual(['推进改革。（市财政局）']);
  });
});
