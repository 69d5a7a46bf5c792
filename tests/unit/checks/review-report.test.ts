import { describe, expect, it } from 'vitest';
import { reviewData } from '../../../shared/checks/review/review-data';
import { reviewReport } from '../../../shared/checks/review/review-report';
import { runChecks } from '../../../shared/checks/run-checks';
import { waive } from '../../../shared/checks/waivers';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { recogniseText } from '../../../shared/recognise/recognise';

const at = Date.parse('2026-03-18T04:00:00Z');
const read = (...lines: string[]): GovDocument => recogniseText([...lines, ''].join('\n')).document;
const report = (document: GovDocument) => reviewReport(reviewData(document, runChecks(document), at));
const linesOf = (document: GovDocument): string[] =>
  document.parts[0]!.children.flatMap((block) => blockText(block).split('\n'));

const draft = read(
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2030年，建成养老站点120个。其它指标另行下达。',
  '二、重点任务',
  '（二）完善设施。其它小区逐步配套养老用房。',
);

describe('the 核稿单', () => {
  it('is a valid document with the verdict, the required parts and every finding with its place', () => {
    const made = report(draft);
    expect(documentSchema.safeParse(made).error).toBeUndefined();
    const lines = linesOf(made);
    const { counts } = runChecks(draft);
    expect(lines.find((line) => line.startsWith('有'))).toContain(`有${counts.must}项必须修改`);
    expect(lines.some((line) => line.startsWith('保障措施\t缺少'))).toBe(true);
    for (const { message } of runChecks(draft).findings)
      expect(lines.some((line) => line.includes(message))).toBe(true);
  });

  it('gathers the same words in one row with all places', () => {
    const row = linesOf(report(draft)).find((line) => line.includes('应写作“其他”'));
    expect(row).toContain('（2处）');
    expect(row).toContain('一（一）');
    expect(row).toContain('二（二）');
  });

  it('lists what was let stand with its reason, and asks what only a person can answer', () => {
    const chosen = runChecks(draft).findings.filter(({ rule }) => rule === 'wording/others');
    const meta = waive(draft, chosen, { reason: 'special', text: '引用原文', by: '张三', at });
    const lines = linesOf(report({ ...draft, meta }));
    expect(lines.filter((line) => line.includes('本件情况特殊：引用原文\t张三\t2026年3月18日'))).toHaveLength(2);
    expect(lines.some((line) => line.includes('说明理由后保留2项'))).toBe(true);
    expect(lines.filter((line) => line.includes('\t□\t□\t')).length).toBeGreaterThanOrEqual(5);
  });
});
