import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakTitle } from '../../../shared/layout/break-title';
import { textWidth } from '../../../shared/layout/text-width';

const anyTitle = fc
  .array(
    fc.constantFrom(
      '云川市',
      '人民政府',
      '关于',
      '印发',
      '《',
      '》',
      '发展',
      '规划',
      '2026—2028年',
      '的',
      '实施意见',
      '、',
      'AI',
      '\n',
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((words) => words.join(''));

describe('title lines', () => {
  it('keep a title of up to 20 characters on one line', () => {
    expect(breakTitle('云川市城市更新行动方案')).toEqual(['云川市城市更新行动方案']);
  });

  it('break behind the issuer, and the kind of document stays whole', () => {
    expect(breakTitle('云川市市场监督管理局关于进一步优化营商环境的通知')).toEqual([
      '云川市市场监督管理局',
      '关于进一步优化营商环境的通知',
    ]);
    expect(breakTitle('云川市人民政府关于加快建设放心消费城市的实施意见').at(-1)).toMatch(/实施意见$/);
  });

  it('are a trapezoid or a lozenge, neither even nor waisted', () => {
    for (const title of [
      '云川市人民政府办公室关于印发云川市推进内外贸一体化发展三年行动计划（2026—2028年）的通知',
      '云川市人民政府关于促进民营经济高质量发展的若干意见',
    ]) {
      const widths = breakTitle(title).map(textWidth);
      expect(Math.max(...widths) - Math.min(...widths)).toBeGreaterThanOrEqual(1);
      const fall = widths.findIndex((width, at) => at > 0 && width < widths[at - 1]!);
      if (fall > 0) expect(widths.slice(fall)).toEqual([...widths.slice(fall)].sort((a, b) => b - a));
    }
  });

  it('split neither 《》 nor a year nor an issuer that fits', () => {
    const notice = breakTitle('云川市财政局关于印发《云川市市级预算绩效管理办法》的通知');
    expect(notice.some((line) => line.includes('《') && !line.includes('》'))).toBe(false);
    const joint = breakTitle('云川市市场监督管理局、云川市财政局关于推进食品安全智慧监管的指导意见');
    expect(joint[0]).toBe('云川市市场监督管理局、');
    for (const line of breakTitle('云川市公共服务设施建设与管理规划（2026—2030年）'))
      expect(line).not.toMatch(/^年|\d$/);
  });

  it('are the writer’s own where the title holds line feeds', () => {
    expect(breakTitle('云川市\n内外贸一体化行动计划\n（2026—2028年）')).toEqual([
      '云川市',
      '内外贸一体化行动计划',
      '（2026—2028年）',
    ]);
  });

  it('fit 20 characters, lose nothing and do not begin with closing punctuation, whatever the title', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const lines = breakTitle(title);
        expect(lines.join('')).toBe(title.replace(/\n/g, ''));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(20.5);
      }),
      { numRuns: 200 },
    );
  });

  it('of a title without any sensible break are still made', () => {
    expect(breakTitle('云'.repeat(300)).join('')).toHaveLength(300);
    expect(breakTitle('云川市人民政府关于推进'.repeat(12)).join('')).toHaveLength(132);
  });
});
