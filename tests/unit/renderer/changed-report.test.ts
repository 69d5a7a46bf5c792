import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyReport, createReportFilter } from '../../../renderer/workers/changed-report';
import type { CheckReport } from '../../../renderer/workers/check-messages';
import type { Finding } from '../../../shared/checks/types';
import type { Indicator } from '../../../shared/plan/indicators/indicator';
import type { Task } from '../../../shared/plan/tasks/task';

const finding = (words: string): Finding => ({
  rule: 'wording/others',
  severity: 'should',
  blockId: `block-${words}`,
  start: 0,
  end: 1,
  excerpt: words,
  message: words,
  source: { tier: 'practice', clause: '' },
});
const indicator = (name: string): Indicator => ({
  blockId: `block-${name}`,
  name,
  value: '95',
  unit: '%',
  year: 2030,
  start: 0,
  end: 4,
  bound: null,
  change: false,
  base: null,
  kind: null,
});
const task = (text: string): Task => ({
  blockId: `block-${text}`,
  text,
  lead: ['市财政局'],
  support: [],
  deadline: null,
  deadlineAt: null,
  endBlockId: `block-${text}`,
  outcome: null,
  unitsFrom: null,
});

const report = (fields: Partial<CheckReport> = {}): CheckReport => ({
  findings: [],
  waived: [],
  assessments: {} as CheckReport['assessments'],
  counts: { must: 0, should: 0, hint: 0 },
  off: [],
  functions: new Map([['block-1', 'goals']]),
  plan: null,
  ...fields,
});

/** What arrives in the window: a copy. */
const sent = <Sent>(value: Sent): Sent => structuredClone(value);

describe('the checker', () => {
  it('tells only what differs from its last report', () => {
    const filter = createReportFilter();
    filter(report());
    expect(filter(report())).toEqual({});
    const counts = { must: 1, should: 0, hint: 0 };
    expect(filter(report({ counts }))).toEqual({ counts });
  });

  it('tells one item of a long list by itself, and the others stay the objects they were', () => {
    const filter = createReportFilter();
    const names = Array.from({ length: 500 }, (_, at) => `指标${at}`);
    const plan = (all: readonly string[]) => ({
      indicators: all.map(indicator),
      tasks: [],
      indicatorTables: [],
      taskTable: null,
    });
    const first = applyReport(null, sent(filter(report({ plan: plan(names) }))));
    const changes = filter(report({ plan: plan(names.with(250, '新指标')) }));
    expect(changes).toEqual({ plan: { indicators: { at: 250, removed: 1, added: [indicator('新指标')] } } });
    const second = applyReport(first, sent(changes));
    expect(second.plan?.indicators[249]).toBe(first.plan?.indicators[249]);
    expect(second.plan?.indicators[251]).toBe(first.plan?.indicators[251]);
    expect(second.findings).toBe(first.findings);
  });

  it('is understood: whatever it reports, the window has the same report', () => {
    const words = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 6 });
    const plans = fc.option(fc.record({ indicators: words, tasks: words, table: fc.boolean() }));
    const reports = fc.array(fc.record({ findings: words, must: fc.nat(2), plan: plans }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(reports, (all) => {
        const filter = createReportFilter();
        let shown: CheckReport | null = null;
        for (const { findings, must, plan } of all) {
          const told = report({
            findings: findings.map(finding),
            counts: { must, should: 0, hint: 0 },
            plan: plan && {
              indicators: plan.indicators.map(indicator),
              tasks: plan.tasks.map(task),
              indicatorTables: [],
              taskTable: plan.table ? { blockId: 'block-table', rows: [] } : null,
            },
          });
          shown = applyReport(shown, sent(filter(told)));
          expect(shown).toEqual(told);
        }
      }),
    );
  });
});
