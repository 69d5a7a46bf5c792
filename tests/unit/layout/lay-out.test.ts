import { describe, expect, it } from 'vitest';
import type { GovDocument } from '../../../shared/document/document';
import type { FlowItem, FlowParagraph } from '../../../shared/layout/flow';
import { layOut } from '../../../shared/layout/lay-out';
import { type LayoutOptions, layoutOptionsSchema } from '../../../shared/layout/layout-options';
import { runsText } from '../../../shared/layout/text-runs';
import {
  box,
  dash,
  date,
  h,
  makeDocument,
  note,
  ownUnit,
  p,
  part,
  signature,
  subtitle,
  table,
  title,
  to,
  unit,
} from '../../fixtures/export/make-document';

const plain = layoutOptionsSchema.parse({});
const withHead: LayoutOptions = { ...plain, format: 'document' };
const show = (item: FlowItem): string =>
  item.kind === 'paragraph' ? `${item.style} ${runsText(item.runs)}`.trim() : item.kind;
const shown = (document: GovDocument, options = plain): string[] => layOut(document, options).items.map(show);
const main = (...blocks: Parameters<typeof part>[1]): GovDocument => makeDocument([part('main', blocks)]);
const paragraphsOf = (document: GovDocument, style: string): FlowParagraph[] =>
  layOut(document, plain).items.filter(
    (item): item is FlowParagraph => item.kind === 'paragraph' && item.style === style,
  );

describe('a document as it is set', () => {
  it('has one blank line below the title with its subtitle, and 主送 directly above the text', () => {
    expect(shown(main(title('云川市养老服务方案'), subtitle('（征求意见稿）'), to('各区县：'), p('正文。')))).toEqual([
      'GwTitle 云川市养老服务方案',
      'GwSubtitle （征求意见稿）',
      'GwBlank',
      'GwTo 各区县：',
      'GwBody 正文。',
    ]);
  });

  it('writes numbers as text, headings alone in their style and run-in clauses as body with their lead', () => {
    const { items } = layOut(main(h(1, '总体要求'), h(2, '工作目标。到2028年完成。'), h(3, '目标一')), plain);
    expect(items.map(show)).toEqual(['GwH1 一、总体要求', 'GwBody （一）工作目标。到2028年完成。', 'GwH3 1.目标一']);
    expect((items[1] as FlowParagraph).runs).toEqual([
      { text: '（一）工作目标。', style: 'GwLead2' },
      { text: '到2028年完成。' },
    ]);
  });

  it('keeps a numbered sentence out of the outline', () => {
    expect(shown(main(h(3, '2026年底前，市财政局完成清理；')))).toEqual(['GwBody 1.2026年底前，市财政局完成清理；']);
  });

  it('runs a unit note on in its own face unless it stands alone or nothing is above it', () => {
    const [first, own] = layOut(main(p('推进改革。'), unit('（市财政局）'), ownUnit('（市民政局）')), plain)
      .items as FlowParagraph[];
    expect(first!.runs).toEqual([
      { text: '推进改革。' },
      { text: '（市财政局）', style: 'GwUnit', anchor: 'block-0002' },
    ]);
    expect(show(own!)).toBe('GwBody （市民政局）');
    expect(shown(main(h(1, '重点任务'), unit('（市财政局）')))).toEqual(['GwH1 一、重点任务', 'GwBody （市财政局）']);
  });

  it('sets a dash before its items and leaves empty ones out', () => {
    expect(shown(main(p('包括：'), dash('标准体系'), dash('')))).toEqual(['GwBody 包括：', 'GwBody ——标准体系']);
  });

  it('gathers a 专栏 into one frame with number and title', () => {
    const { items } = layOut(
      main(p('前文。'), box('box-0001', '示范工程', h(3, '示范街区。建成10条。'), table(['甲'])), p('后文。')),
      plain,
    );
    const frame = items.find((item) => item.kind === 'box')!;
    expect(items.map(show)).toEqual(['GwBody 前文。', 'GwTableGap', 'box', 'GwTableGap', 'GwBody 后文。']);
    expect(frame.kind === 'box' && show(frame.title!)).toBe('GwBoxTitle 专栏1\u3000示范工程');
    expect(frame.kind === 'box' && frame.content.map(show)).toEqual(['GwBoxText 1.示范街区。建成10条。', 'table']);
  });

  it('lists attachments before the signature and puts each on a new page, its title on the third line', () => {
    const document = makeDocument([
      part('main', [p('正文。'), signature('云川市财政局'), date('2026年3月5日'), note('（此件公开发布）')]),
      part('attachment', [title('任务分工表。'), p('内容')]),
      part('attachment', [title('项目\n清单')]),
    ]);
    expect(shown(document)).toEqual([
      'GwBody 正文。',
      'GwBlank',
      'GwAttachNote 附件：1.任务分工表',
      'GwAttachNote 2.项目清单',
      'GwBlank',
      'GwBlank',
      'GwSign 云川市财政局',
      'GwDate 2026年3月5日',
      'GwNote （此件公开发布）',
      'GwAttachLabel 附件1',
      'GwBlank',
      'GwTitle 任务分工表。',
      'GwBlank',
      'GwBody 内容',
      'GwAttachLabel 附件2',
      'GwBlank',
      'GwTitle 项目\n清单',
    ]);
    const breaks = layOut(document, plain).items.filter((item) => item.kind === 'paragraph' && item.pageBreakBefore);
    expect(breaks.map(show)).toEqual(['GwAttachLabel 附件1', 'GwAttachLabel 附件2']);
  });

  it('hangs attachment names: a wrapped one under its first character, numbers under each other', () => {
    const document = makeDocument([
      part('main', [p('正文。')]),
      part('attachment', [title('甲')]),
      part('attachment', [title('乙')]),
    ]);
    const [first, second] = paragraphsOf(document, 'GwAttachNote').map((paragraph) => paragraph.indent!);
    expect(first!.left).toBe(second!.left);
    // Number at 2 + 3 characters of 315 twips on both lines, 附件： at 2.
    expect(first!.left! - first!.hanging!).toBe(2 * 315);
    expect(second!.left! - second!.hanging!).toBe(5 * 315);
  });

  it('starts the issued plan on a new page, its attachments listed in it', () => {
    const document = makeDocument([
      part('notice', [title('关于印发方案的通知'), p('现印发。'), signature('市府办'), date('2026年1月1日')]),
      part('main', [title('方案'), p('正文。')]),
      part('attachment', [title('清单')]),
    ]);
    const items = layOut(document, plain).items;
    const plan = items.findIndex((item) => item.kind === 'paragraph' && show(item) === 'GwTitle 方案');
    expect(items[plan]).toMatchObject({ pageBreakBefore: true });
    expect(items.map(show).indexOf('GwAttachNote 附件：清单')).toBeGreaterThan(plan);
  });

  it('puts the date four characters in and the name centred over it; a wide name flush right', () => {
    const closing = (name: string): (number | undefined)[] => {
      const document = main(p('正文。'), signature(name), date('2026年3月1日'));
      return ['GwSign', 'GwDate'].map((style) => paragraphsOf(document, style)[0]!.indent!.right);
    };
    // The date is 2 + 1 + .5 + 1 + .5 + 1 = 6 characters wide.
    expect(closing('云川市财政局')).toEqual([4 * 315, 4 * 315]);
    expect(closing('云川市人民政府办公室')).toEqual([2 * 315, 4 * 315]);
    expect(closing('云'.repeat(20))).toEqual([0, 7 * 315]);
  });

  it('writes the red head with the standard’s blank lines', () => {
    const document = makeDocument([part('main', [title('方案'), p('正文。')])], {
      documentNumber: '云政发〔2026〕5号',
      issuingOrgan: '云川市人民政府',
    });
    expect(shown(document, withHead).slice(0, 8)).toEqual([
      'GwBlank',
      'GwMark 云川市人民政府文件',
      'GwBlank',
      'GwBlank',
      'GwNumber 云政发〔2026〕5号',
      'GwBlank',
      'GwBlank',
      'GwTitle 方案',
    ]);
  });
});

describe('messages to the clerk', () => {
  const messages = (document: GovDocument, options = plain): readonly string[] => layOut(document, options).messages;

  it('are none for a finished document', () => {
    expect(messages(main(title('方案'), p('正文。')))).toEqual([]);
  });

  it('name placeholders, lonely numbers, empty paragraphs and stray characters', () => {
    const document = main(p('a\u0001b'), p(''), h(1, ''), {
      type: 'paragraph',
      children: [{ text: '上级文件', placeholder: { key: 'superior', kind: 'superior' } }],
    });
    expect(messages(document)).toEqual([
      '还有 1 处待填，按提示文字印出并加了底色：上级文件。',
      '1 处只有编号没有文字：一、。',
      '1 个空段落没有印出。',
      '去掉了 1 个不能印出的字符（粘贴带入的控制字符）。',
    ]);
  });

  it('say what the red head had to guess or leave blank', () => {
    expect(messages(main(p('正文。')), withHead)).toEqual([
      '未填发文机关，版头的发文机关标志留空。请在文件信息中填写后重新导出。',
      '未填发文字号，版头中留空。',
    ]);
    expect(messages(main(title('云川市财政局关于预算的通知'), p('正文。')), withHead)[0]).toContain(
      '版头按“云川市财政局”印出',
    );
  });

  it('say that the number was not printed without a red head', () => {
    expect(messages(makeDocument([part('main', [p('正文。')])], { documentNumber: '云政发〔2026〕5号' }))).toEqual([
      '未选版头，发文字号“云政发〔2026〕5号”没有印出。',
    ]);
  });
});
