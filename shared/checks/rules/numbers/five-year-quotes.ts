import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const fiveYearQuotes = patternCheck({
  id: 'form/five-year-quotes',
  severity: 'should',
  source: sources.wording,
  title: '“十五五”一类的五年规划简称加引号',
  examples: { right: '“十五五”时期推进标准化。', wrong: '十五五时期推进标准化。' },
  pattern: /(?<![“"‘'「〈第二三四五六七八九十&quot;])十([一二三四五])五(?=规划|计划|时期|期间|末|以来|开局|收官|目标)/g,
  judge: ([text]) => ({ message: `“${text}”应加引号。`, text: `“${text}”` }),
});
