import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../shared/checks/run-checks';
import { takeBackWaiver, waive } from '../../../shared/checks/waivers';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';

const draft = (): GovDocument =>
  recogniseText(
    [
      '云川市人民政府关于推进社区养老服务的实施意见',
      '各区人民政府，市政府各部门：',
      '为推进社区养老服务，现提出如下意见。',
      '一、总体要求',
      '（一）主要目标。截止2030年，建成养老站点120个。',
      '二、重点任务',
      '（二）完善设施。其它小区逐步配套养老用房。',
      '',
    ].join('\n'),
  ).document;
const why = { reason: 'checked', text: '引用原文', by: '张三', at: 1 } as const;
const rulesOf = (document: GovDocument) => runChecks(document).findings.map(({ rule }) => rule);
const write = (document: GovDocument, from: string, to: string): GovDocument => ({
  ...document,
  parts: document.parts.map((part) => ({
    ...part,
    children: part.children.map((block) =>
      block.type !== 'table' && blockText(block).includes(from)
        ? { ...block, children: [{ text: blockText(block).replace(from, to) }] }
        : block,
    ),
  })),
});

describe('a finding let stand with a reason', () => {
  const document = draft();
  const finding = runChecks(document).findings.find(({ rule }) => rule === 'wording/others')!;
  const waived: GovDocument = { ...document, meta: waive(document, [finding], why) };

  it('is no longer open nor counted, and is listed with its reason', () => {
    expect(rulesOf(waived)).toEqual(rulesOf(document).filter((rule) => rule !== 'wording/others'));
    const { counts } = runChecks(document);
    expect(runChecks(waived).counts[finding.severity]).toBe(counts[finding.severity] - 1);
    expect(runChecks(waived).waived).toEqual([{ finding, waiver: expect.objectContaining(why) }]);
    expect(documentSchema.safeParse(waived).error).toBeUndefined();
  });

  it('is open again when the text it is about changes, and stands again when that is undone', () => {
    const changed = write(waived, '逐步配套', '同步配套');
    expect(rulesOf(changed)).toContain('wording/others');
    expect(rulesOf(write(changed, '同步配套', '逐步配套'))).not.toContain('wording/others');
  });

  it('stays so whatever is written elsewhere', () => {
    expect(rulesOf(write(waived, '120个', '130个'))).not.toContain('wording/others');
  });

  it('about the whole document stays so while only its counts change', () => {
    const whole = runChecks(document).findings.filter(({ blockId }) => blockId === null);
    expect(whole.length).toBeGreaterThan(0);
    const meta = waive(document, whole, why);
    expect(
      runChecks({ ...write(document, '120个', '130个'), meta }).findings.filter(({ blockId }) => blockId === null),
    ).toEqual([]);
  });

  it('is open again when the waiver is taken back, which leaves nothing behind', () => {
    const { waivers } = waived.meta;
    expect(takeBackWaiver(waived.meta, waivers![0]!)).toEqual(document.meta);
  });

  it('twice is let stand once, with the later reason', () => {
    const again = waive(waived, [finding], { ...why, reason: 'special' });
    expect(again.waivers).toEqual([expect.objectContaining({ reason: 'special' })]);
  });
});
