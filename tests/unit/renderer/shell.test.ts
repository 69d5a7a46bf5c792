import { describe, expect, it } from 'vitest';
import { documentFacts } from '../../../renderer/app/outline/document-facts';
import { formatCount, formatDay } from '../../../renderer/app/ui/format';
import { stepZoom } from '../../../renderer/screens/editor/zoom';
import { createReportFilter } from '../../../renderer/workers/changed-report';
import type { CheckReport } from '../../../renderer/workers/check-messages';
import { block, documentOf, opinion, part } from './build-document';

describe('what the window says', () => {
  it('names days as people do', () => {
    const now = new Date(2026, 2, 5, 9, 0).getTime();
    expect(formatDay(new Date(2026, 2, 5, 8, 3).getTime(), now)).toBe('今天 08:03');
    expect(formatDay(new Date(2026, 2, 4, 23, 59).getTime(), now)).toBe('昨天 23:59');
    expect(formatDay(new Date(2026, 1, 1).getTime(), now)).toBe('2月1日');
    expect(formatDay(new Date(2025, 10, 18).getTime(), now)).toBe('2025年11月18日');
    expect(formatCount(14880)).toBe('14,880');
  });

  it('counts the main text without attachments, and what is still to be written', () => {
    const opened = documentOf(
      part('main', [
        block('title-', 'title', '关于 计量工作的意见'),
        {
          type: 'paragraph',
          id: 'open--',
          children: [{ text: '落实' }, { text: '上级文件', placeholder: { key: 'basis', kind: 'superior' } }],
        },
      ]),
      part('attachment', [block('table-', 'title', '指标表')]),
    );
    expect(documentFacts(opened)).toEqual({
      title: '关于 计量工作的意见',
      characters: 15,
      placeholders: 1,
      frozen: false,
    });
    expect(documentFacts(opinion()).title).toBe('云川市人民政府关于推进计量工作的实施意见');
  });

  it('steps through the sizes of the paper and stops at the ends', () => {
    expect([stepZoom(100, 1), stepZoom(100, -1), stepZoom(300, 1), stepZoom(50, -1)]).toEqual([110, 90, 300, 50]);
  });
});

describe('the checker', () => {
  it('tells only what differs from its last report', () => {
    const filter = createReportFilter();
    const report = (must: number): CheckReport => ({
      findings: [],
      waived: [],
      assessments: {} as CheckReport['assessments'],
      counts: { must, should: 0, hint: 0 },
      off: [],
      functions: new Map([['block-1', 'goals']]),
      plan: { indicators: [], indicatorTables: [], tasks: [], taskTable: null },
    });
    expect(Object.keys(filter(report(0)))).toEqual([
      'findings',
      'waived',
      'assessments',
      'counts',
      'off',
      'functions',
      'plan',
    ]);
    expect(filter(report(0))).toEqual({});
    expect(filter(report(1))).toEqual({ counts: { must: 1, should: 0, hint: 0 } });
  });
});
