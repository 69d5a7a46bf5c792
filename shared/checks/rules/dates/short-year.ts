import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const shortYear = patternCheck({
  id: 'form/short-year',
  severity: 'should',
  source: sources.numbers,
  title: '年份写四位数',
  examples: { right: '到2028年底制定12项标准。', wrong: '到28年底制定12项标准。' },
  pattern: /(?<=^|到|至|在|于|，|。|—|-|～)([0-4]\d)年(?=[底末初]|\d{1,2}月)/g,
  judge: ([text, year = '']) => ({ message: `“${text}”应写作“20${year}年”。`, text: `20${year}年` }),
});
