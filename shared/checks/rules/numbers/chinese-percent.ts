import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const chinesePercent = patternCheck({
  id: 'form/chinese-percent',
  severity: 'should',
  source: sources.numbers,
  title: '百分数写作“90%”',
  examples: { right: '实施率达到90%。', wrong: '实施率达到百分之90。' },
  pattern: /百分之(\d+(?:\.\d+)?)/g,
  judge: ([text, value = '']) => ({ message: `“${text}”应写作“${value}%”。`, text: `${value}%` }),
});
