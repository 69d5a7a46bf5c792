import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const decimalZero = patternCheck({
  id: 'form/decimal-zero',
  severity: 'should',
  source: sources.numbers,
  title: '小数点前的0不省略',
  examples: { right: '降到0.5%以下。', wrong: '降到.5%以下。' },
  pattern: /(?<=[\u4e00-\u9fff，、（])\.(\d+)(?=[%％万亿个项元‰])/g,
  judge: ([text]) => ({ message: `“${text}”应写作“0${text}”。`, text: `0${text}` }),
});
