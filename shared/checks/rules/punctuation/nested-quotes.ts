import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const nestedQuotes = patternCheck({
  id: 'form/nested-quotes',
  severity: 'should',
  source: sources.punctuation,
  title: '引号里再用引号时，里面一层用单引号‘’',
  examples: { right: '推行“标准‘一网通查’服务”。', wrong: '推行“标准“一网通查”服务”。' },
  pattern: /“([^“”]{0,60}“[^“”]{1,30}”[^“”]{0,60})”/g,
  judge: ([all, inner = '']) => ({
    message: `“${inner}”里面一层引号应为‘’。`,
    part: [1, all.length - 1],
    text: inner.replace(/“/g, '‘').replace(/”/g, '’'),
  }),
});
