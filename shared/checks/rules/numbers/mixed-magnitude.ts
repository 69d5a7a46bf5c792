import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const mixedMagnitude = patternCheck({
  id: 'form/mixed-magnitude',
  severity: 'should',
  source: sources.numbers,
  title: '阿拉伯数字后面只用“万”“亿”，不用“百”“千”',
  examples: { right: '安排专项资金500万元。', wrong: '安排专项资金5百万元。' },
  pattern: /(?<![\d.])(\d+(?:\.\d+)?)([百千])(?=[万亿元个人亩吨户家项多余])/g,
  judge: ([text, value = '', unit]) => {
    const fixed = `${Number((Number(value) * (unit === '百' ? 100 : 1000)).toFixed(3))}`;
    return { message: `“${text}”应写作“${fixed}”。`, text: fixed };
  },
});
