import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const percentRange = patternCheck({
  id: 'form/percent-range',
  severity: 'should',
  source: sources.numbers,
  title: '百分数的范围，前后都写“%”',
  examples: { right: '合格率提高5%～8%。', wrong: '合格率提高5～8%。' },
  pattern: /(?<![\d.%％A-Za-z-])(\d+(?:\.\d+)?)[-－–~～—](\d+(?:\.\d+)?)[%％]/g,
  judge: ([range, from = '', to = '']) => ({
    message: `“${range}”应写作“${from}%～${to}%”。`,
    text: `${from}%～${to}%`,
  }),
});
