import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const yearReversed = patternCheck({
  id: 'consistency/year-reversed',
  severity: 'must',
  source: sources.revision,
  title: '起止年份前小后大',
  examples: { right: '实施2026—2030年标准化行动。', wrong: '实施2030—2026年标准化行动。' },
  pattern: /(?<![\d.])((?:19|20)\d{2})年?(?:—|–|-|－|~|～|至|到)((?:19|20)\d{2})年/g,
  judge: ([text, from, to]) =>
    Number(from) > Number(to) ? { message: `“${text}”的起止年份前后颠倒，请核对。` } : null,
});
