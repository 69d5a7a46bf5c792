import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const magnitudeRange = patternCheck({
  id: 'form/magnitude-range',
  severity: 'should',
  source: sources.numbers,
  title: '以万、亿为单位的范围，前后都写“万”“亿”',
  examples: { right: '奖励2万～3万元。', wrong: '奖励2～3万元。' },
  pattern: /(?<![\d.万亿A-Za-z-])(\d+(?:\.\d+)?)[-－–~～—](\d+(?:\.\d+)?)([万亿])/g,
  judge: ([range, from = '', to = '', unit = '']) => ({
    message: `“${range}”应写作“${from}${unit}～${to}${unit}”。`,
    text: `${from}${unit}～${to}${unit}`,
  }),
});
