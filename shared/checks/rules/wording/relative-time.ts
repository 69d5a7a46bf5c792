import { onceCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const relativeTime = onceCheck({
  id: 'wording/relative-time',
  severity: 'hint',
  source: sources.numbers,
  title: '时间写明年份，不用“今年”“去年”“明年”',
  examples: { right: '2026年完成首批标准。', wrong: '今年完成首批标准，明年推广。' },
  pattern: /(?<![往历近])(?:今年|去年|明年|前年|本年度)(?![^《》]{0,60}》)/g,
  message: (count, words) => `有 ${count} 处时间不明确（${words.join('、')}），请写明年份。`,
});
