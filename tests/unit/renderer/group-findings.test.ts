import { describe, expect, it } from 'vitest';
import { findingKey, groupFindings } from '../../../renderer/features/findings/group-findings';
import type { Finding, Severity } from '../../../shared/checks/types';

const finding = (rule: string, severity: Severity, start = 0): Finding => ({
  rule,
  severity,
  blockId: 'block-1',
  start,
  end: start + 1,
  excerpt: '-',
  message: rule,
  source: { tier: 'standard', clause: 'GB/T 15834—2011' },
});

describe('the findings panel', () => {
  it('puts completeness first and the gravest first within a kind', () => {
    const sections = groupFindings([
      finding('wording/until', 'should'),
      finding('form/length', 'hint'),
      finding('form/date-line', 'must'),
      finding('completeness/safeguards-missing', 'must'),
    ]);
    expect(sections.map((section) => [section.title, section.groups.map((group) => group.rule)])).toEqual([
      ['完整性', ['completeness/safeguards-missing']],
      ['规范性', ['form/date-line', 'form/length']],
      ['用语', ['wording/until']],
    ]);
  });

  it('shows many findings of one rule as one card and two of them as two', () => {
    const many = [0, 5, 9].map((start) => finding('form/year-range', 'should', start));
    expect(groupFindings(many)[0]?.groups.map((group) => group.findings.length)).toEqual([3]);
    expect(groupFindings(many.slice(1))[0]?.groups.map((group) => group.findings.length)).toEqual([1, 1]);
  });

  it('lists kinds it does not know under 其他', () => {
    expect(groupFindings([finding('local/terms', 'hint')]).map((section) => section.title)).toEqual(['其他']);
  });

  it('knows a finding again by what it says and where', () => {
    expect(findingKey(finding('form/length', 'hint', 1))).not.toBe(findingKey(finding('form/length', 'hint', 2)));
  });
});
