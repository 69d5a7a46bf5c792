import { describe, expect, it } from 'vitest';
import { indicatorKey } from '../../../shared/plan/indicators/indicator-table';
import { shownIndicators } from '../../../shared/plan/indicators/shown-indicators';
import { makePlanFile } from '../../../shared/plan/make-plan-file';
import { cityLines, readLines } from './plan-texts';

const { document, plan } = readLines(cityLines);
const [first, second] = plan.indicators;

describe('indicators as the person wants them', () => {
  const correctedIndicators = [
    {
      key: indicatorKey(first!),
      name: '社区助餐点覆盖率',
      value: '80',
      unit: '%',
      year: 2029,
      kind: 'expected' as const,
    },
  ];
  const meta = { rejectedIndicators: [indicatorKey(second!)], correctedIndicators };

  it('have what was set right, keep what was read, and leave out what was turned down', () => {
    const { shown, rejected } = shownIndicators(plan.indicators, meta);
    expect(shown[0]).toMatchObject({ name: '社区助餐点覆盖率', year: 2029, kind: 'expected', base: null, read: first });
    expect(shown).toHaveLength(plan.indicators.length - 1);
    expect(rejected).toEqual([second]);
  });

  it('are as read where the words have changed since', () => {
    const changed = plan.indicators.map((one) => (one === first ? { ...one, value: '82' } : one));
    expect(shownIndicators(changed, meta).shown[0]).toEqual(changed[0]);
  });

  it('are written so, as a Word file and as a workbook with their places', () => {
    const set = { ...document, meta: { ...document.meta, ...meta } };
    const sheet = makePlanFile(set, 'indicators-xlsx');
    if ('parts' in sheet) throw new Error('a sheet');
    expect(sheet.rows[1]!.slice(0, 7)).toEqual(['1', '社区助餐点覆盖率', '%', '', '80', '2029', '预期性']);
    expect(JSON.stringify(makePlanFile(set, 'indicators-docx'))).toContain('社区助餐点覆盖率');
  });
});
