import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const dayHao = patternCheck({
  id: 'form/day-hao',
  severity: 'should',
  source: sources.numbers,
  title: '日期写“日”，不写“号”',
  examples: { right: '3月5日前报送。', wrong: '3月5号前报送。' },
  pattern: /(?<!\d)(\d{1,2}月\d{1,2})号(?![文令楼线院])/g,
  judge: ([date, start = '']) => ({ message: `“${date}”应写作“${start}日”。`, text: `${start}日` }),
});
